# Pages of the articles that come with palpate are parts of one list of all that answers.
. "$PALPATE_PROGRAM_TESTS/lib.sh"

"$PALPATE_INDEX" --quiet index "$PALPATE_SOURCE/corpus/articles" \
    --thesaurus "$PALPATE_SOURCE/corpus/thesaurus.tsv" 2>err || { cat err; fail "the corpus does not index"; }

# hits OPTION...: the addresses of the hits, in their order; the answer is in the file out.
hits()
{
    "$PALPATE_QUERY" index --format json "$@" >out || [ $? = 1 ] || fail "$*: the search fails"
    sed -n 's/^      "url": "\(.*\)",$/\1/p' out
}

# total: the value of the total of the answer.
total()
{
    sed -n '/^  "total": {/,/}/s/^ *"value": \([0-9]*\),$/\1/p' out
}
is_exact()
{
    sed -n '/^  "total": {/,/}/p' out | grep -q '"relation": "eq"'
}

# sites: how many articles the facet of sites counts.
sites()
{
    sed -n '/^    "site": {/,/^    }/s/^ *"count": \([0-9]*\)$/\1/p' out | awk '{ sum += $1 } END { print sum + 0 }'
}

# list OPTION...: what is found with these options, whatever the size of the pages.
list()
{
    hits --limit 10000 --facets 9 "$@" >whole
    is_exact || fail "$*: a total of all hits is no bound"
    [ "$(total)" = "$(wc -l <whole)" ] || fail "$*: $(wc -l <whole) hits, and a total of $(total)"
    [ "$(sites)" = "$(wc -l <whole)" ] || fail "$*: $(wc -l <whole) hits, and facets of $(sites)"
    : >pages
    offset=0
    while [ "$offset" -le "$(wc -l <whole)" ]; do
        hits --limit 23 --offset "$offset" "$@" >page
        [ "$(total)" -le "$(wc -l <whole)" ] || fail "$*: a total of $(total) at $offset"
        cat page >>pages
        offset=$((offset + 23))
    done
    cmp -s whole pages || { diff whole pages; fail "$*: pages are another list"; }
}

for question in "shoulder exercises" '"physical therapist"' '+back -"lower back"'; do
    for sort in relevance oldest; do
        list --no-expand --sort $sort --group none "$question"
        sort -u whole >articles
        list --no-expand --sort $sort "$question"
        sort whole >listed
        [ "$(uniq -d listed | wc -l)" = 0 ] || fail "$question: an article is on two pages"
        # An article may say no more than others do, and is counted with them then.
        [ "$(comm -13 articles listed | wc -l)" = 0 ] || fail "$question: found are articles that have no passage"
    done
done

# Of the articles with a word each is on a page.
list --no-expand --group none pain
sort -u whole >articles
for sort in relevance newest; do
    list --no-expand --sort $sort pain
    sort whole | cmp -s articles - || fail "articles with pain are missing by $sort"
done
