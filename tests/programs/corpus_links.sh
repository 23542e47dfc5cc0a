# What the articles, questions and judgments of the corpus name is there.
. "$PALPATE_PROGRAM_TESTS/lib.sh"
command -v jq >jq.path || { echo "no jq: skipped"; exit 77; }

corpus=$PALPATE_SOURCE/corpus
tab=$(printf '\t')

# Pages that every such site has, and that are no articles.
site_pages='about contact cookies forward health imprint privacy'

# links FOLDER: the pages that the articles of a folder link to, as slugs, one a line.
links()
{
    for file in "$1"/*; do
        case $file in
        *.gz) gzip -dc "$file" ;;
        *) cat "$file" ;;
        esac
    done | LC_ALL=C grep -aoiE 'href=["'\'']?(https://clinic\.example)?/[a-z0-9-]+/?["'\''#? >]' |
        LC_ALL=C sed -E 's/^[^\/]*(\/\/clinic\.example)?\/([a-zA-Z0-9-]+).*/\2/' | sort -u
}

# passages FOLDER: "url TAB deepest heading" of each passage; an empty heading is the lead.
passages()
{
    "$PALPATE_INDEX" --extract "$1" 2>err |
        jq -r '.url as $url | .passages[] | "\($url)\t\(.heading[-1] // "")"' | sort -u
}

# missing_links PASSAGES LINKS: links to articles that do not exist.
missing_links()
{
    cut -f 1 "$1" | sed -n 's|^https://clinic\.example/\([^/]*\)/$|\1|p' |
        cat - site_pages | sort -u >known
    comm -13 known "$2"
}
for page in $site_pages; do
    echo "$page"
done >site_pages

# missing_passages PASSAGES JUDGMENTS: judged passages that do not exist.
missing_passages()
{
    cut -f 2,3 "$2" | sort -u | comm -13 "$1" -
}

# faults LEAST QUERIES JUDGMENTS: lines that are not as the README describes, and queries without a grade of LEAST.
faults()
{
    awk -F '\t' 'NF != 2 || $1 in seen || $2 in text || $2 == "" { print FILENAME ": " $0 } { seen[$1]; text[$2] }' "$2"
    awk -F '\t' -v least="$1" 'NR == FNR { query[$1]; next } $4 >= least { answered[$1] }
        NF != 4 || !($1 in query) || $4 !~ /^[0123]$/ || ($1, $2, $3) in seen { print FILENAME ": " $0 }
        { seen[$1, $2, $3] }
        END { for (id in query) if (!(id in answered)) print id ": no grade of " least " or more" }' "$2" "$3"
}

# demanded TABLE...: "url TAB heading" of the passages that tests of ranks name with a heading.
demanded()
{
    grep -hv '^#' "$@" | cut -f 3 | awk '{ gsub(/ [|] /, "\n"); print }' | sed -n 's/ > (lead)$/ > /; s|^\([^ ]*\) > |https://clinic.example/\1/\t|p' |
        sort -u
}

# All checks see what is wrong.
mkdir small
page small/here.html Here 'A text about <a href="/gone/">something</a> and <a href=/about/>us</a>, long enough to be the article of this page.'
sed -i 's|<head>|&<link rel="canonical" href="https://clinic.example/here/">|' small/here.html
links small >small.links
passages small >small.passages
[ "$(missing_links small.passages small.links)" = gone ] || fail "a dead link goes unseen"
printf 'q1\thttps://clinic.example/here/\tNo such heading\t3\nq1\thttps://clinic.example/here/\t\t3\n' >small.tsv
[ "$(missing_passages small.passages small.tsv)" = "https://clinic.example/here/${tab}No such heading" ] ||
    fail "a judgment of no passage goes unseen"

links "$corpus/articles" >links
passages "$corpus/articles" >passages
[ "$(wc -l <links)" -ge 60 ] || fail "only $(wc -l <links) pages are linked to"
missing_links passages links >missing
[ ! -s missing ] || { cat missing; fail "articles link to pages that do not exist"; }

# A table with every fault is not passed: a query twice, no such query, no such grade, a grade that is too low.
printf 'q1\tneck\nq2\tneck\n' >small.queries
printf 'q1\tu\t\t4\nq3\tu\t\t3\nq2\tu\t\t1\n' >small.tsv
[ "$(faults 2 small.queries small.tsv | wc -l)" = 4 ] || fail "faults of a table go unseen"
printf '# a comment\nneck\t1\there > (lead) | here > No such heading | here\twhy\n' >small.tsv
[ "$(demanded small.tsv | wc -l)" = 2 ] || fail "passages of a table go unseen"
[ "$(demanded small.tsv | comm -13 small.passages -)" = "https://clinic.example/here/${tab}No such heading" ] ||
    fail "a demand for no passage goes unseen"

# The questions have the shape that the README describes, and the newer ones a real answer.
for set in '' new- aside-; do
    [ "$set" = '' ] && least=1 || least=2
    missing_passages passages "$corpus/${set}judgments.tsv" >missing
    [ ! -s missing ] || { cat missing; fail "judgments name passages that do not exist"; }
    faults $least "$corpus/${set}queries.tsv" "$corpus/${set}judgments.tsv" >wrong
    [ ! -s wrong ] || { cat wrong; fail "the tables of the corpus are not as described"; }
done
for field in 1 2; do
    cut -f $field "$corpus"/*queries.tsv | sort | uniq -d >twice
    [ ! -s twice ] || { cat twice; fail "a question is in two sets"; }
done

# What tests of ranks demand can be found.
demanded "$PALPATE_PROGRAM_TESTS/query_safety.tsv" "$PALPATE_PROGRAM_TESTS/query_newcomers.tsv" |
    comm -13 passages - >missing
[ ! -s missing ] || { cat missing; fail "tests demand passages that do not exist"; }
