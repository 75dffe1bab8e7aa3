package id.lumbung.identity.login;

/** The templates, by their file's name. */
enum LoginForm {
    LOGIN,
    PASSWORD,
    CHANGE
}
