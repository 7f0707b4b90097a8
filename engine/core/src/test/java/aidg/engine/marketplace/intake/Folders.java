package aidg.engine.marketplace.intake;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

/// Writes small marketplaces for tests.
final class Folders {

    static final String CITIES = """
            city_id,name,latitude,longitude,population,demand
            c1,Springfield,44.05,-123.02,60000,50
            c2,Shelbyville,44.10,-123.10,,62.5
            """;
    static final String MERCHANTS = """
            merchant_id,name,category,city_id,area,latitude,longitude,joined_on,baseline_gp30
            m1,Luigi's,Restaurant,c1,Old Town,44.051,-123.021,2024-01-15,1200.50
            m2,"Kwik, E-Mart",Grocery,c2,,,,2024-02-01,-10
            """;
    static final String DEALS = """
            deal_id,merchant_id,title,category,discount,price,duration_days,proposed_on,starts_on,approved,views,redemptions,gp30,baseline_gp30
            d1,m1,Dinner for two,Restaurant,0.25,30,14,2024-03-01,2024-03-04,true,100,10,1500.25,1100
            d2,m1,Lunch,Restaurant,0.5,9.99,7,2024-04-01,2024-04-01,false,,,,
            d3,m2,"The ""big"" box",Grocery,0,12,30,2024-05-01,2024-05-10,true,,,,
            """;
    static final String OVERRIDES = """
            override_id,deal_id,merchant_id,manager_id,made_on,reason,discount,price,duration_days,gp30
            o1,d2,m1,mm1,2024-04-01,discount_too_deep,0.2,15.98,7,900
            """;
    static final String NOTES = """
            note_id,merchant_id,manager_id,written_on,text
            n1,m1,mm1,2024-02-20,"Owner is cautious,
            asks for ""proof""."
            """;
    static final String PROPOSALS = """
            deal_id,merchant_id,title,category,discount,price,duration_days,proposed_on,starts_on
            p1,m1,Brunch,Restaurant,0.3,21,14,2024-06-01,2024-06-08
            """;

    private Folders() {}

    /// All six tables as CSV.
    static Path sound(Path folder) throws IOException {
        write(folder.resolve("cities.csv"), CITIES);
        write(folder.resolve("merchants.csv"), MERCHANTS);
        write(folder.resolve("deals.csv"), DEALS);
        write(folder.resolve("overrides.csv"), OVERRIDES);
        write(folder.resolve("notes.csv"), NOTES);
        write(folder.resolve("proposals.csv"), PROPOSALS);
        return folder;
    }

    static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, text, StandardCharsets.UTF_8);
    }

    static byte[] gzip(byte[] bytes) throws IOException {
        java.io.ByteArrayOutputStream packed = new java.io.ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        }
        return packed.toByteArray();
    }
}
