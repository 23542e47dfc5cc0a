#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "fixture_blocks.h"

static void what_is_hidden_amid_a_sentence_is_not_read(void **state)
{
    static const struct block_page PAGES[] = {
        { "<p>Rest it.<span style=\"display:none\">ERROR</span> Then lift.",
                "Rest it. Then lift." },
        { "<p>Hold it <span hidden>a note</span>for long", "Hold it for long" },
        { "<p>a <b style='color:red; VISIBILITY : Hidden'>x</b> b", "a b" },
        { "<p>a <i class='d-none'>x</i> <a class=hidden href=/>x</a>b", "a b" },
        { "<p>a <span style='font-size:0'>x</span>b<span style='text-indent:-9999px'>x"
          "</span>",
                "a b" },
        { "<p>See <a href=/x>a site<span class='sr-only'> (opens a tab)</span></a>.",
                "See a site." },
        { "<p>a<span class=\"screen-reader-text\">x</span>", "a" },
        { "<li>a <em hidden>x</em>b</li>", "a b" },
    };

    (void)state;
    ASSERT_BLOCKS(PAGES);
}

static void a_word_that_explains_itself_stays_in_its_sentence(void **state)
{
    static const struct block_page PAGES[] = {
        { "<p>It comes from the <button popovertarget=g>posterior canal</button>, a "
          "ring.",
                "It comes from the posterior canal, a ring." },
        { "<div>The <button popovertarget=g>canal</button><span popover id=g>A "
          "ring.</span> is one.</div>",
                "The canal is one." },
        { "<p>The <span class=tooltip tabindex=0>test<span class=tooltiptext>Lie "
          "down.</span></span> shows it.",
                "The test shows it." },
        { "<p>The <abbr>test<span role=tooltip>Lie down.</span></abbr> shows it.",
                "The test shows it." },
        { "<p>Why? <button>Show answer</button></p><p>So.", "Why?/Show answer/So." },
        { "<p><span class=tooltip><span class=tooltip-text>Lie down.</span></span>",
                "Lie down." },
        { "<p>Call <span style='opacity: 0'>nobody</span>us today.", "Call us today." },
        { "<h1><span style='opacity:0'>Two</span> <span style='opacity:0'>knees</span> "
          "hurt</h1>",
                "Two knees hurt" },
        { "<p>Call <b style='opacity:0.5'>us</b> <i style='opacity:0;transition:1s'>now"
          "</i> or later.",
                "Call us now or later." },
        { "<p>Call us<span class=styles_visuallyHidden__x1> by phone</span> now.",
                "Call us now." },
        { "<p>Call us<span class='not-sr-only'> by phone</span> now.",
                "Call us by phone now." },
    };

    (void)state;
    ASSERT_BLOCKS(PAGES);
}

static void cells_do_not_say_the_header_of_their_column_again(void **state)
{
    static const struct block_page PAGES[] = {
        { "<table><tr><th>Where<th>Weeks<tr><td data-label=Where><span>Where:</span>"
          "heel<td data-label=Weeks><b>Weeks</b> six</table>",
                "Where | Weeks/heel | six" },
        { "<table><tr><th>Where<th>Weeks<tr><td><span "
          "class=mobile-label>Where</span>heel"
          "<td><span aria-hidden=true>Weeks</span> six</table>",
                "Where | Weeks/heel | six" },
        { "<table><tr><th>Rest<th>Weeks<tr><td><b>Rest</b> it<td data-label=Weeks>Weeks"
          "</table>",
                "Rest | Weeks/Rest it | Weeks" },
        { "<table><tr><td><span class=label>Rest</span> it<td>six</table>",
                "Rest it | six" },
    };

    (void)state;
    ASSERT_BLOCKS(PAGES);
}

static void what_unfolds_is_read(void **state)
{
    static const struct block_page PAGES[] = {
        { "<p>Q?</p><div hidden>The answer.</div>", "Q?/The answer." },
        { "<p>Q?</p><p style='display:none'>The answer.</p>", "Q?/The answer." },
        { "<div><span style='display:none'>The answer.</span></div>", "The answer." },
        { "<p>Start <span hidden=until-found>goes on</span>", "Start goes on" },
        { "<p>Start<span id=more style='display:none'> and the rest of it.</span></p>",
                "Start and the rest of it." },
        { "<p>a <span class='d-none d-md-inline'>b</span> c", "a b c" },
        { "<p>a <span class='hidden md:inline'>b</span> c", "a b c" },
        { "<p>a <span style='font-size:0.8em'>b</span> c", "a b c" },
        { "<div style='opacity:0'><p>It comes into view.</div>",
                "It comes into view." },
        { "<p>a <span style='display:none'><div>An answer</div></span>",
                "a/An answer" },
    };

    (void)state;
    ASSERT_BLOCKS(PAGES);
}

static void what_browsers_show_only_in_need_is_not_read(void **state)
{
    static const struct block_page PAGES[] = {
        { "<p>a</p><video>no video<a href=x>x</a></video><audio>x</audio>b", "a/b" },
        { "<p>a <progress>70%</progress><meter>x</meter> b", "a b" },
        { "<noframes><p>x</noframes><noembed>x</noembed><p>a", "a" },
        { "<datalist><option>x</datalist><object>x</object><canvas>x</canvas>a", "a" },
        { "<svg><title>x</title><text>x</text></svg><p>a", "a" },
        { "<template><p>x</template><p>a", "a" },
        { "<template shadowrootmode=open><p>b</p></template><p>a", "b/a" },
        { "<dialog><p>x</dialog><dialog open>b</dialog><div popover>x</div>a", "b/a" },
        { "<p>a <ruby>\u6f22<rp>(</rp><rt>kan</rt><rp>)</rp>\u5b57<rt>ji</ruby> b",
                "a \u6f22\u5b57 b" },
    };

    (void)state;
    ASSERT_BLOCKS(PAGES);
}

static void what_a_rule_of_the_page_hides_amid_a_sentence_is_not_read(void **state)
{
    static const struct block_page PAGES[] = {
        { "<style>.hp{display:none}</style><p>Rest <span class=hp>x</span>it.",
                "Rest it." },
        { "<style>/* a */ p{color:red} #hp , b.x { color : red; Display: none }</style>"
          "<p>Rest <i id=hp>x</i><b class=x>y</b><i class=x>it</i>.",
                "Rest it." },
        { "<style media=screen>@media all{.hp{visibility:hidden!important}}</style>"
          "<p>a <i class='k hp'>x</i>b",
                "a b" },
        { "<style>.t .n{display:none} .hp{display:none} .hp:hover{display:inline}"
          "</style><p class=t>a <i class=hp>x</i><i class=n>b</i>",
                "a b" },
    };

    (void)state;
    ASSERT_BLOCKS(PAGES);
}

static void what_a_rule_of_the_page_may_show_is_read(void **state)
{
    static const struct block_page PAGES[] = {
        { "<style media=print>.a{display:none}</style><p>a <i class=a>b</i>", "a b" },
        { "<style>@media (max-width:9em){.a{display:none}}</style><p>a <i "
          "class=a>b</i>",
                "a b" },
        { "<style>@media print{.a{display:none}}</style><p>a <i class=a>b</i>", "a b" },
        { "<style>.a{display:none}.a.on{display:inline}</style><p>a <i class='a "
          "on'>b</i>",
                "a b" },
        { "<style>.a{display:none}.js .a{display:inline}</style><p>a <i class=a>b</i>",
                "a b" },
        { "<style>.a{display:none}</style><p>a <i class=a style='display:inline'>b</i>",
                "a b" },
        { "<noscript><style>.a{display:none}</style></noscript><p>a <i class=a>b</i>",
                "a b" },
        { "<style>.a{display:none}</style><p>Q?</p><div class=a>An answer</div>",
                "Q?/An answer" },
        { "<style>.a{display:none<p>a <i class=a>b</i>", "" },
        { "<!--[if IE]><style>.a{display:none}</style><![endif]--><p>a <i "
          "class=a>b</i>",
                "a b" },
    };

    (void)state;
    ASSERT_BLOCKS(PAGES);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_hidden_amid_a_sentence_is_not_read),
        cmocka_unit_test(a_word_that_explains_itself_stays_in_its_sentence),
        cmocka_unit_test(cells_do_not_say_the_header_of_their_column_again),
        cmocka_unit_test(what_unfolds_is_read),
        cmocka_unit_test(what_browsers_show_only_in_need_is_not_read),
        cmocka_unit_test(what_a_rule_of_the_page_hides_amid_a_sentence_is_not_read),
        cmocka_unit_test(what_a_rule_of_the_page_may_show_is_read),
    };

    return cmocka_run_group_tests(tests, blocks_set_up, blocks_tear_down);
}
