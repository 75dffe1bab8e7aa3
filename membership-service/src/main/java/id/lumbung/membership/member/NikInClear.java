package id.lumbung.membership.member;

record NikInClear(String nik) {

    @Override
    public String toString() {
        return "NikInClear[...]";
    }
}
