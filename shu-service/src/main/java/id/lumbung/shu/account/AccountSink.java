package id.lumbung.shu.account;

/** Takes the accounts of a year, members in the order of their ids. */
public interface AccountSink {

    void member(MemberAccount account);

    void passersBy(PassersByDay day);
}
