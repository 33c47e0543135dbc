import java.io.BufferedReader;
import java.io.FileInputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.logging.LogManager;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.validation.profiles.Profiles;
import org.verapdf.pdfa.validation.profiles.ValidationProfile;

/**
 * Judges the files whose paths come in, one a line, by the profiles named as arguments ("2a", "ua1").
 * Answers one line for each file and profile: verdict, profile, path and the rules that failed, with tabs between.
 */
public class CheckLetters {
    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    private static final Map<String, ValidationProfile> PROFILES = new HashMap<>();

    public static void main(String[] names) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        LogManager.getLogManager().reset();
        for (String name : names) {
            PROFILES.put(name, profile(name));
        }
        var lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        // The engine keeps what it knows of a file in its thread: each file has one, and more files run at once.
        var workers = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
        for (String line; (line = lines.readLine()) != null; ) {
            var path = line;
            workers.submit(() -> {
                for (String name : names) {
                    judge(path, name);
                }
            });
        }
        workers.shutdown();
        workers.awaitTermination(1, TimeUnit.HOURS);
    }

    private static void judge(String path, String name) {
        var flavour = PDFAFlavour.byFlavourId(name);
        try (var parser = Foundries.defaultInstance().createParser(new FileInputStream(path), flavour);
                var validator = Foundries.defaultInstance().createValidator(PROFILES.get(name), 0, false, false, false)) {
            var result = validator.validate(parser);
            var profile = PROFILES.get(name);
            var rules = new TreeSet<String>();
            for (var failed : result.getFailedChecks().keySet()) {
                rules.add(failed.getClause() + " " + profile.getRuleByRuleId(failed).getDescription());
            }
            OUT.println(String.join("\t", result.isCompliant() ? "PASS" : "FAIL", name, path, String.join("; ", rules)));
        } catch (Exception error) {
            OUT.println(String.join("\t", "FAIL", name, path, String.valueOf(error.getMessage()).replace("\n", " ")));
        }
    }

    private static ValidationProfile profile(String name) throws Exception {
        var file = name.startsWith("ua") ? "PDFUA-" + name.substring(2) : "PDFA-" + name.toUpperCase();
        return Profiles.profileFromXml(CheckLetters.class.getResourceAsStream("/org/verapdf/pdfa/validation/" + file + ".xml"));
    }
}
