# An article on manual therapy in a page of WordPress: lists with bold lead-ins, a menu that
# names everything, comments and a reply form.
. "$PALPATE_PROGRAM_TESTS/lib.sh"

mkdir site
cat >site/benefits.html <<'HTML'
<!DOCTYPE html><html lang="en-US"><head><meta charset="UTF-8"><title>What Hands Can Do | Next Door</title></head>
<body class="single single-post"><nav class="main-navigation"><ul><li><a href="/a">Frozen shoulder</a></li>
<li><a href="/b">Adhesions</a></li><li><a href="/c">Pain relief</a></li></ul></nav>
<div id="primary"><main><article class="post"><header><h1 class="entry-title">What Hands Can Do</h1></header>
<div class="entry-content"><p>Manual therapy treats sore muscles and stiff joints by hand. This page lists what people gain from it.</p>
<h2>What people gain</h2><ol>
<li><strong>Pain relief:</strong> Hands-on work can ease pain that comes from tight muscles, restricted joints or soft tissue adhesions, at once or after some visits.</li>
<li><strong>Increased mobility:</strong> A joint that was held back by adhesions may move further when it is mobilized with patience, and daily life becomes easier.</li>
<li><strong>Reduced tension:</strong> A tight muscle may let go under slow pressure, which makes sleep and stretching easier for many people in the days after.</li></ol>
<h2>Common techniques</h2><ol>
<li><strong>Joint mobilization:</strong> The joint is moved passively within its range to restore movement; it is used for arthritis, a frozen shoulder or other joint stiffness.</li>
<li><strong>Soft tissue mobilization:</strong> Muscles, tendons and fascia are worked on to release adhesions and to reduce tension, for example by deep tissue massage.</li>
<li><strong>Trigger point therapy:</strong> Pressure is held on a tender knot in a muscle until the soreness fades and the muscle can be stretched again.</li></ol></div>
<div class="sharedaddy"><h3>Share this:</h3><ul><li><a href="#">Facebook</a></li></ul></div></article>
<div id="comments"><h2>One Response</h2><ol class="comment-list"><li class="comment"><p>Thank you, my frozen shoulder is better.</p></li></ol>
<div id="respond"><h3>Leave a Reply</h3><p>Your email address will not be published. Required fields are marked *</p></div></div>
</main></div><aside class="widget-area"><h2>Recent Posts</h2><ul><li><a href="/x">Frozen shoulder and adhesions</a></li></ul></aside></body></html>
HTML
expect_exit 0 "$PALPATE_INDEX" index site

expect_exit 0 "$PALPATE_QUERY" --format tsv --group none index adhesions
for item in "Pain relief" "Increased mobility" "Soft tissue mobilization"; do
    expect_match out "$item"
done
expect_no_match out "Trigger point|Thank you|Recent"
expect_exit 0 "$PALPATE_QUERY" --format tsv --group none index '"frozen shoulder"'
[ "$(wc -l <out)" = 1 ] || { cat out; fail "more than the one passage"; }
expect_match out "Common techniques.*Joint mobilization"
expect_exit 1 "$PALPATE_QUERY" index '"leave a reply"'
