import java.io.File;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.omegat.core.segmentation.MapRule;
import org.omegat.core.segmentation.Rule;
import org.omegat.core.segmentation.SRX;
import org.omegat.core.segmentation.Segmenter;
import org.omegat.util.Language;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * Cuts paragraphs with OmegaT 3.6's own segmenter and the rules of an SRX file, to compare with ours.
 *
 * usage: java SegmentWithOmegat RULES.srx PARAGRAPHS.tsv (OmegaT.jar and its libraries on the class path)
 * A line of PARAGRAPHS.tsv is a language tag and a paragraph; a line of output is that paragraph's sentences, tabs between.
 */
public class SegmentWithOmegat {
    public static void main(String[] files) throws Exception {
        Document rules = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new File(files[0]));
        Segmenter segmenter = new Segmenter();
        segmenter.setSRX(read(rules));
        PrintStream out = new PrintStream(System.out, true, "UTF-8");
        for (String line : Files.readAllLines(Paths.get(files[1]))) {
            String[] parts = line.split("\t", 2);
            List<String> sentences = segmenter.segment(new Language(parts[0]), parts[1], new ArrayList<>(), new ArrayList<>());
            out.println(String.join("\t", sentences));
        }
    }

    private static SRX read(Document document) {
        Map<String, List<Rule>> sets = new LinkedHashMap<>();
        for (Element set : elements(document.getDocumentElement(), "languagerule")) {
            List<Rule> rules = new ArrayList<>();
            for (Element rule : elements(set, "rule")) {
                boolean breaks = rule.getAttribute("break").equals("yes");
                rules.add(new Rule(breaks, text(rule, "beforebreak"), text(rule, "afterbreak")));
            }
            sets.put(set.getAttribute("languagerulename"), rules);
        }
        List<MapRule> maps = new ArrayList<>();
        for (Element map : elements(document.getDocumentElement(), "languagemap")) {
            String name = map.getAttribute("languagerulename");
            maps.add(new MapRule(name, map.getAttribute("languagepattern"), sets.get(name)));
        }
        SRX srx = new SRX();
        srx.setMappingRules(maps);
        srx.setSegmentSubflows(true);
        srx.setIncludeEndingTags(true);
        return srx;
    }

    private static String text(Element rule, String name) {
        return elements(rule, name).get(0).getTextContent();
    }

    private static List<Element> elements(Element parent, String name) {
        List<Element> found = new ArrayList<>();
        NodeList nodes = parent.getElementsByTagName(name);
        for (int place = 0; place < nodes.getLength(); place++) {
            found.add((Element) nodes.item(place));
        }
        return found;
    }
}
