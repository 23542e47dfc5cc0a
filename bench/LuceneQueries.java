// LuceneQueries INDEX PASSAGES QUERIES ROUNDS: builds the index where it is absent, then answers
// each query ROUNDS times, best ten, and prints "class TAB microseconds" of the best round.
import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.QueryBuilder;

public class LuceneQueries {
    static void build(FSDirectory directory, Analyzer analyzer, Path passages) throws Exception {
        try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(analyzer));
                BufferedReader lines = Files.newBufferedReader(passages)) {
            for (String line; (line = lines.readLine()) != null;) {
                Document document = new Document();
                String text = line.substring(line.indexOf('\t') + 1);
                document.add(new TextField("text", text, Field.Store.YES));
                writer.addDocument(document);
            }
            writer.forceMerge(1);
        }
    }

    static Query parse(QueryBuilder builder, String kind, String words) {
        if (kind.equals("phrase"))
            return builder.createPhraseQuery("text", words);
        return builder.createBooleanQuery("text", words, kind.equals("and") ? Occur.MUST : Occur.SHOULD);
    }

    public static void main(String[] args) throws Exception {
        Analyzer analyzer = new EnglishAnalyzer();
        FSDirectory directory = FSDirectory.open(Paths.get(args[0]));
        if (!DirectoryReader.indexExists(directory))
            build(directory, analyzer, Paths.get(args[1]));
        IndexSearcher searcher = new IndexSearcher(DirectoryReader.open(directory));
        searcher.setQueryCache(null);
        QueryBuilder builder = new QueryBuilder(analyzer);
        List<String> queries = Files.readAllLines(Paths.get(args[2]));
        int rounds = Integer.parseInt(args[3]);
        double[] best = new double[queries.size()];
        for (int round = 0; round < rounds; round++)
            for (int i = 0; i < best.length; i++) {
                String[] parts = queries.get(i).split("\t");
                long start = System.nanoTime();
                searcher.search(parse(builder, parts[0], parts[1]), 10);
                double took = (System.nanoTime() - start) / 1000.0;
                if (round == 0 || took < best[i])
                    best[i] = took;
            }
        for (int i = 0; i < best.length; i++)
            System.out.println(queries.get(i).split("\t")[0] + "\t" + best[i]);
    }
}
