package id.lumbung.membership.member;

import java.util.List;

/**
 * What is held about a member besides who they are.
 *
 * @param what with where it is read
 * @param why by which law, in Indonesian and English
 */
record RetentionNote(String what, String why, String whyInEnglish) {

    private static final RetentionNote MEMBERSHIP =
            new RetentionNote(
                    "GET /api/membership/members/{id}",
                    "Nomor, jenis, tanggal masuk dan keluar tetap ada dalam buku daftar anggota, tanpa nama (UU 25/1992).",
                    "Number, kind and the dates of joining and leaving stay in the register of members, without a name (UU 25/1992).");
    private static final RetentionNote SAVINGS =
            new RetentionNote(
                    "/api/membership/deposits, /api/membership/withdrawals",
                    "Setoran dan penarikan adalah catatan pembukuan yang wajib disimpan sepuluh tahun (UU 8/1997).",
                    "Deposits and withdrawals are bookkeeping records that must be kept for ten years (UU 8/1997).");
    private static final RetentionNote PATRONAGE =
            new RetentionNote(
                    "GET /api/shu/cooperatives/{cooperativeId}/members/{id}/years/{year}",
                    "Transaksi yang menjadi dasar pembagian SHU; tahun buku yang ditutup tidak pernah berubah (UU 25/1992, UU 8/1997).",
                    "The business that the surplus is divided by; a closed book year never changes (UU 25/1992, UU 8/1997).");
    private static final RetentionNote CARE =
            new RetentionNote(
                    "/api/clinic/visits, /api/pharmacy/sales",
                    "Rekam medis disimpan sekurangnya 25 tahun sejak kunjungan terakhir, hanya di klinik (Permenkes 24/2022 pasal 39); penjualan adalah catatan pembukuan.",
                    "Medical records are kept for at least 25 years from the last visit, in the clinic only (Permenkes 24/2022 art. 39); sales are bookkeeping records.");
    private static final RetentionNote AUDIT =
            new RetentionNote(
                    "GET /api/membership/audit",
                    "Siapa yang membaca atau mengubah data pribadi, tanpa data itu sendiri (UU 27/2022).",
                    "Who read or changed personal data, without the data (UU 27/2022).");

    static List<RetentionNote> elsewhere() {
        return List.of(PATRONAGE, CARE);
    }

    static List<RetentionNote> afterErasure() {
        return List.of(MEMBERSHIP, SAVINGS, PATRONAGE, CARE, AUDIT);
    }
}
