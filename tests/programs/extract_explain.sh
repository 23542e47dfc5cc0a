# What is shown of how a page was read.
. "$PALPATE_PROGRAM_TESTS/lib.sh"

cat >page.html <<'PAGE'
<!doctype html><html lang="en"><head><title>Stiff knee | A clinic</title></head><body>
<nav class="menu"><ul><li><a href="/">Home</a></li><li><a href="/hip">Hip</a></li></ul></nav>
<main><article><h1>Stiff knee</h1>
<p>The knee is stiff in the morning, and it eases when it is moved a little &amp; kept warm.</p>
<p>Most people walk better after a few minutes, and a short walk is a good start.</p>
</article></main><footer class="footer"><p>Copyright A clinic, all rights reserved.</p></footer>
</body></html>
PAGE

# Each block has its verdict, its score and the reasons, in the order of the page.
expect_exit 0 "$PALPATE_INDEX" --extract --explain page.html
expect_match out "^dropped +-[0-9.]+ +item +Hip$"
expect_match out "^ +.*in-nav -[0-9.]+"
expect_match out "^kept +[0-9.-]+ +text +The knee is stiff"
expect_match out "1 passages of [0-9]+ to [0-9]+ words"
expect_no_match out "$(printf '\033')"
expect_exit 0 "$PALPATE_INDEX" --extract --explain --color=always page.html
expect_match out "$(printf '\033')\[32mkept"

# The report is a page of its own that asks nobody for anything.
expect_exit 0 "$PALPATE_INDEX" --report report.html page.html
[ ! -s out ] || fail "a report prints to standard output"
expect_match report.html "<tr class=\"kept\"><td><div><p class=\"text\">The knee is stiff.* &amp; kept"
expect_match report.html "<tr class=\"dropped\"><td></td><td>"
expect_match report.html "</html>"
expect_no_match report.html "(src|href)="

expect_exit 2 "$PALPATE_INDEX" --report /nowhere/report.html page.html
expect_match err "^palpate-index: /nowhere/report.html: cannot write"
expect_exit 2 "$PALPATE_INDEX" --explain index page.html
expect_match err "needs --extract"

# What the pages of a folder share is said of each of them.
mkdir folder
for topic in knee hip heel neck wrist; do
    sed "s/knee/$topic/g; s|</article>|<p>Did you know? We treat joints and backs, on every day of the week.</p>&|" \
        page.html >"folder/$topic.html"
done
expect_exit 0 "$PALPATE_INDEX" --extract --explain folder/knee.html
expect_no_match out "on other pages of the site"
expect_exit 0 "$PALPATE_INDEX" --extract --explain folder
expect_match out "on other pages of the site -6.00"
