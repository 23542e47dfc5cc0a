// Lucene8 INDEX FILE: indexes lines of "id TAB text" as a site's search with Lucene would:
// English stems, positions, the text stored; two threads.
import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.FSDirectory;

public class Lucene8 {
    static void work(BufferedReader lines, IndexWriter writer) throws Exception {
        for (;;) {
            List<String> some = new ArrayList<>();
            synchronized (lines) {
                String line;
                while (some.size() < 1000 && (line = lines.readLine()) != null)
                    some.add(line);
            }
            if (some.isEmpty())
                return;
            for (String line : some) {
                int tab = line.indexOf('\t');
                Document document = new Document();
                document.add(new StringField("id", line.substring(0, tab), Field.Store.YES));
                document.add(new TextField("text", line.substring(tab + 1), Field.Store.YES));
                writer.addDocument(document);
            }
        }
    }

    public static void main(String[] words) throws Exception {
        IndexWriterConfig config = new IndexWriterConfig(new EnglishAnalyzer());
        IndexWriter writer = new IndexWriter(FSDirectory.open(Paths.get(words[0])), config);
        BufferedReader lines =
                Files.newBufferedReader(Paths.get(words[1]), StandardCharsets.UTF_8);
        Thread[] threads = new Thread[2];
        for (int i = 0; i < threads.length; i++) {
            threads[i] = new Thread(() -> {
                try {
                    work(lines, writer);
                } catch (Exception e) {
                    e.printStackTrace();
                    System.exit(1);
                }
            });
            threads[i].start();
        }
        for (Thread thread : threads)
            thread.join();
        writer.close();
    }
}
