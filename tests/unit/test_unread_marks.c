#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "fixture_blocks.h"
#include "fixture_page.h"

static void raised_marks_of_notes_are_of_no_word(void **state)
{
    static const struct block_page PAGES[] = {
        { "<p>tendinopathy<sup>5</sup> and bursitis<sup><a href='#r6'>6</a></sup> do",
                "tendinopathy and bursitis do" },
        { "<p>Twelve weeks.<sup>3,4</sup> <sup>5\u20137</sup>", "Twelve weeks." },
        { "<p>sore<sup>[2]</sup> knee<sup>*</sup> hip<sup>\u2020</sup> "
          "arm<sup>(1)</sup>",
                "sore knee hip arm" },
        { "<p>the elbow<sup>a</sup> then<sup>b,c</sup> arm<sup><a href=#n>d</a></sup>",
                "the elbow then arm" },
        { "<p>in 2019<sup>5</sup> of 75%<sup>12</sup>", "in 2019 of 75%" },
        { "<p>Kinesio<sup>TM</sup> tape, Botox<sup>\u00ae</sup>",
                "Kinesio tape, Botox\u00ae" },
        { "<p>bursitis<a href='#fn1' role=doc-noteref>1</a> and<a href=#2>[2]</a> hip",
                "bursitis and hip" },
        { "<p>bursitis<span style='vertical-align:super'>6</span> hurts",
                "bursitis hurts" },
        { "<p>sore<sup>1</sup><sup>,2</sup><sup>3</sup>", "sore" },
        { "<p><sup>1</sup>Department of Medicine", "Department of Medicine" },
    };

    (void)state;
    ASSERT_BLOCKS(PAGES);
}

static void other_raised_letters_stay(void **state)
{
    static const struct block_page PAGES[] = {
        { "<p>the 1<sup>st</sup> of H<sub>2</sub>O and B<sub>12</sub>",
                "the 1st of H2O and B12" },
        { "<p>25 kg/m<sup>2</sup>, 3 cm<sup>3</sup>, R<sup>2</sup>",
                "25 kg/m2, 3 cm3, R2" },
        { "<p>10<sup>9</sup>/L, 2 &times; 10<sup>-3</sup>, 10<sup>+12</sup>, "
          "10<sup><b>5</b></sup>, 10<sup>&minus;15</sup>",
                "10\u2079/L, 2 \u00d7 10\u207b\u00b3, 10\u207a\u00b9\u00b2, "
                "10\u2075, 10\u207b\u00b9\u2075" },
        { "<p>Ca<sup>2+</sup>, Na<sup>+</sup>, Cl<sup>-</sup>, <sup>131</sup>I, "
          "VO<sup>2</sup>max",
                "Ca2+, Na+, Cl-, 131I, VO2max" },
        { "<p>bursitis\u2076 and arms\u00b9\u00b2. Of 25 m\u00b2, 10\u2076, CO\u00b2",
                "bursitis \u2076 and arms \u00b9\u00b2. Of 25 m\u00b2, 10\u2076, "
                "CO\u00b2" },
        { "<p>XX<sup>e</sup>, M<sup>me</sup>, n<sup>o</sup>, 1<sup>a</sup>",
                "XXe, Mme, no, 1a" },
        { "<p>See <a href='#2'>2</a>, step <a href=#3>[3]</a> and (<a href=#4>4</a>)",
                "See 2, step [3] and (4)" },
    };

    (void)state;
    ASSERT_BLOCKS(PAGES);
}

static void headings_are_without_their_links_and_controls(void **state)
{
    static const struct block_page PAGES[] = {
        { "<h2 id=a>Load it<a class=headerlink href='#a'>\u00b6</a></h2>", "Load it" },
        { "<h2 id=a><a aria-hidden=true href='#a'>#</a>Get help</h2>", "Get help" },
        { "<h3><span>Night</span><span>[<a href=/edit>edit</a>]</span></h3>", "Night" },
        { "<h3><span>Night</span><span><span>[</span><a href=/e>edit</a><span>]"
          "</span></span></h3>",
                "Night" },
        { "<div><h2>Night</h2><span class=mw-editsection>[<a href=/e>edit</a>]</span>"
          "</div>",
                "Night" },
        { "<h2 id=a>Load<a href='#a'>&#8203;</a><a href='#a'>\xF0\x9F\x94\x97</a>",
                "Load" },
        { "<h2 id=a>Load<a href='#a' class=anchor><span class=sr-only>Link to it</span>"
          "</a></h2>",
                "Load" },
        { "<h2>Load <a href='#top'>Back to top</a></h2>", "Load" },
        { "<h2>Load <button>Copy link</button></h2>", "Load" },
        { "<h2>Load <span aria-hidden=true>\u25bc</span></h2>", "Load" },
        { "<h2><a href='#load'>Load it</a></h2>", "Load it" },
        { "<h3><button aria-expanded=false>Is it safe?</button></h3>", "Is it safe?" },
        { "<h2><a href=/x>A guide</a> to knees</h2>", "A guide to knees" },
        { "<h2><span aria-hidden=true>Only this</span></h2>", "Only this" },
    };

    (void)state;
    ASSERT_BLOCKS(PAGES);
}

#define LETTER(letter) \
    "<div style='position:relative; display:inline-block'>" letter "</div>"

static void letters_in_boxes_of_their_own_are_words(void **state)
{
    static const struct block_page PAGES[] = {
        { "<h1><div style='display:inline-block'>" LETTER("U")
                        LETTER("s") "</div> " LETTER("a") LETTER("b") "</h1>",
                "Us ab" },
        { "<h2><div class=w><div>U</div><div>s</div></div><div class=w><div>a</div>"
          "<div>t</div></div></h2>",
                "Us at" },
        { "<h2><span>U</span><span>s</span></h2>", "Us" },
        { "<h2><div class=no>1</div><div>Warm up</div></h2>", "1 Warm up" },
        { "<h2><div>Knee pain</div><div>in runners</div></h2>",
                "Knee pain in runners" },
        { "<div>" LETTER("\u00dc") LETTER("b") "</div>", "\u00dc"
                                                         "b" },
        { "<div>A</div><div>B</div>", "A/B" },
        { "<h1>Title<div><p>One.</p><ul><li>Two</ul></div></h1>", "Title/One./Two" },
    };

    (void)state;
    ASSERT_BLOCKS(PAGES);
    page_assert(
            page_metadata("<h1><div>" LETTER("U") LETTER("s") "</div></h1><p>It is so.",
                    "http://a.example/b")
                    ->title,
            "Us");
}

static void shortcodes_of_absent_plugins_are_not_read(void **state)
{
    static const struct block_page PAGES[] = {
        { "<div>[vc_row css=\".a{b:c}\"][vc_column width=&#8221;1/2&#8243;]Load "
          "it.[/vc_column][/vc_row]</div>",
                "Load it." },
        { "<p>[gallery ids=\"1,2\"]One[su_button url='x']two[/su_button] three [toc]",
                "One two three" },
        { "<p>[et_pb_text admin_label=\"a\"]", "" },
        { "<p>[nectar_btn size=large text=\"Book\"]Rest it.", "Rest it." },
        { "<p>[[{\"fid\":\"7\",\"view_mode\":\"default\"}]]Rest {loadposition ad}it.",
                "Rest it." },
        { "<p>a [b]bold[/b] word, [url=http://a.example]a link[/url]",
                "a bold word, a link" },
        { "<p>palm down [sic], trials [12] and [see below], [Laughs], [p = 0.05]",
                "palm down [sic], trials [12] and [see below], [Laughs], [p = 0.05]" },
        { "<p>Set a[i_j] to {x} and [citation needed] and [ ] and [",
                "Set a[i_j] to {x} and [citation needed] and [ ] and [" },
        { "<pre>[vc_row a=\"b\"]</pre><p><code>[gallery]</code>",
                "[vc_row a=\"b\"]/[gallery]" },
    };

    (void)state;
    ASSERT_BLOCKS(PAGES);
}

static void text_in_the_place_of_a_picture_is_not_read(void **state)
{
    static const struct block_page PAGES[] = {
        { "<p>Go <i class=material-icons>arrow_forward</i>on</p>", "Go on" },
        { "<p><span class='material-symbols-outlined x'>call</span> Ring us</p>",
                "Ring us" },
        { "<div><div class=user-avatar>JD</div><p>It helped.</p></div>", "It helped." },
        { "<div><span class=Avatar><span>?</span></span><p>It helped.</p></div>",
                "It helped." },
        { "<div style='background:#a0c;border-radius:50%'>K</div><p>It helped.</p>",
                "It helped." },
        { "<p class=avatar-text>It helped me.</p>", "It helped me." },
        { "<p>vitamin <b>D</b></p><p><i class=icon>call</i></p>", "vitamin D/call" },
    };

    (void)state;
    ASSERT_BLOCKS(PAGES);
}

static void formulas_are_read_once(void **state)
{
    static const struct block_page PAGES[] = {
        { "<p>So <math alttext='E=mc^{2}'><mi>E</mi><mo>=</mo><mi>m</mi></math> holds",
                "So E=mc^{2} holds" },
        { "<p>So <span style='display:none'><math><semantics><mrow><mi>x</mi></mrow>"
          "<annotation encoding=application/x-tex>{\\displaystyle x}</annotation>"
          "</semantics></math></span><img src=a> holds",
                "So x holds" },
        { "<p>So <span class=katex><span class=katex-mathml><math><semantics><mi>x</mi>"
          "<annotation encoding=application/x-tex>x^2</annotation></semantics></math>"
          "</span><span class=katex-html "
          "aria-hidden=true><span>x2</span></span></span>.",
                "So x^2." },
        { "<p>BMI is <math><mfrac><mi>m</mi><msup><mi>h</mi><mn>2</mn></msup></mfrac>"
          "</math>.",
                "BMI is m/(h^2)." },
        { "<p>So <math><mi>a</mi><mo>=</mo><mn>2</mn><mo>\u2062</mo><mi>b</mi></math>",
                "So a = 2b" },
        { "<p>So <math></math>it is.", "So it is." },
    };

    (void)state;
    ASSERT_BLOCKS(PAGES);
}

static void signs_and_links_to_the_top_are_no_text(void **state)
{
    static const struct block_page PAGES[] = {
        { "<h3>May I run?<span>+</span></h3><p>Yes</p>", "May I run?/Yes" },
        { "<h3><i>\u25b8</i> Running</h3><p>Yes</p>", "Running/Yes" },
        { "<h3>Knee <span>-</span> part two</h3>", "Knee - part two" },
        { "<p>Yes.</p><p><a href='/knee#top'>Back to top</a></p><p>No.</p>",
                "Yes./No." },
        { "<p>See the <a href=#top>list</a> above.</p>", "See the list above." },
    };

    (void)state;
    ASSERT_BLOCKS(PAGES);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(raised_marks_of_notes_are_of_no_word),
        cmocka_unit_test(other_raised_letters_stay),
        cmocka_unit_test(headings_are_without_their_links_and_controls),
        cmocka_unit_test(letters_in_boxes_of_their_own_are_words),
        cmocka_unit_test(shortcodes_of_absent_plugins_are_not_read),
        cmocka_unit_test(text_in_the_place_of_a_picture_is_not_read),
        cmocka_unit_test(formulas_are_read_once),
        cmocka_unit_test(signs_and_links_to_the_top_are_no_text),
    };

    return cmocka_run_group_tests(tests, blocks_set_up, blocks_tear_down);
}
