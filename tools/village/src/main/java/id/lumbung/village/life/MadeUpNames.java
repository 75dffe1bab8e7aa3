package id.lumbung.village.life;

import java.util.List;
import java.util.SplittableRandom;

/** Names of nobody in particular. */
final class MadeUpNames {

    private static final List<String> GIVEN =
            List.of(
                    "Agus", "Ahmad", "Ani", "Bambang", "Budi", "Citra", "Dewi", "Dian", "Eko",
                    "Endang", "Fitri", "Hadi", "Hendra", "Indah", "Joko", "Kartini", "Lestari",
                    "Made", "Mulyono", "Nining", "Nur", "Putri", "Rahmat", "Ratna", "Rini", "Siti",
                    "Slamet", "Sri", "Suparno", "Tono", "Tri", "Wahyu", "Wati", "Yanti", "Yusuf");

    private static final List<String> SECOND =
            List.of(
                    "Anggraini",
                    "Astuti",
                    "Cahyono",
                    "Firmansyah",
                    "Gunawan",
                    "Handayani",
                    "Hidayat",
                    "Kurniawan",
                    "Kusuma",
                    "Lestari",
                    "Maulana",
                    "Nugroho",
                    "Permata",
                    "Pratama",
                    "Purnomo",
                    "Puspita",
                    "Rahayu",
                    "Ramadhan",
                    "Santoso",
                    "Saputra",
                    "Setiawan",
                    "Suharti",
                    "Sulistyo",
                    "Susanti",
                    "Utami",
                    "Wibowo",
                    "Widodo",
                    "Wijaya",
                    "Wulandari",
                    "Yulianto");

    private MadeUpNames() {}

    static String draw(SplittableRandom chances) {
        return GIVEN.get(chances.nextInt(GIVEN.size()))
                + " "
                + SECOND.get(chances.nextInt(SECOND.size()));
    }
}
