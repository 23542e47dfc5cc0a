#include <dirent.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include <cmocka.h>

#include "core/buffer.h"
#include "core/view.h"
#include "indexer/article/article_read.h"
#include "indexer/html/charset.h"
#include "indexer/html/streamed.h"
#include "indexer/html/tree.h"

static struct arena arena;
static struct article article;

static void read_bytes(palpate_view html)
{
    const struct page_origin origin = { .url = { NULL, 0 } };

    arena_clear(&arena);
    assert_int_equal(article_read(&article, &arena, html, &origin, NULL), PALPATE_OK);
}

/* The fragment of the first passage with these words. */
static const char *fragment_of(const char *words)
{
    for (uint32_t i = 0; i < article.passage_count; i++) {
        const struct passage *passage = &article.passages[i];
        if (view_find(passage->text, view_of(words)) == passage->text.size)
            continue;
        return passage->fragment.data == NULL ? "" : passage->fragment.data;
    }
    fail_msg("no passage has \"%s\"", words);
    return "";
}

/* A page of these paragraphs, in prose enough to be an article. */
static void read_page(const char *html)
{
    char page[8192];

    (void)snprintf(page, sizeof page,
            "<title>Stiff joints</title><main><article><h1>Stiff joints</h1><p>Joints "
            "grow stiff after a long rest, and most of them loosen up again within a "
            "few weeks, if they are moved a little more on every day.</p>%s</article>"
            "</main>",
            html);
    read_bytes(view_of(page));
}

#define LONG(word)                                                              \
    "Lie down flat and lift the leg until it feels tight, hold it there for a " \
    "while, and let it sink as slowly as you can manage, " word                 \
    " ten times, on a good day, then rest well."

static void a_repeated_text_is_told_by_what_stands_before(void **state)
{
    (void)state;
    read_page("<h2>The left leg</h2><p>" LONG(
            "nine or") "</p><h2>The right leg</h2><p>" LONG("about") "</p>");
    assert_int_equal(article.passage_count, 3);
    assert_string_equal(article.passages[1].fragment.data,
            "The%20left%20leg-,Lie%20down%20flat%20and,then%20rest%20well.");
    assert_string_equal(article.passages[2].fragment.data,
            "The%20right%20leg-,Lie%20down%20flat%20and,then%20rest%20well.");
}

static void a_text_may_run_through_elements_and_blocks(void **state)
{
    (void)state;
    read_page("<h2>Steps</h2><ul><li>Warm <b>the</b> <a href=x>joint with</a> a towel"
              "<li>Move it to<i>day</i></ul><table><tr><td>First week<td>rest it, "
              "well-wrapped</table>");
    assert_string_equal(fragment_of("Warm the"),
            "Warm%20the%20joint%20with,rest%20it%2C%20well%2Dwrapped");
}

static void signs_with_a_meaning_are_encoded(void **state)
{
    (void)state;
    read_page("<h2>Signs</h2><p>Ice &amp; heat, hot-cold: 100&nbsp;% gr&uuml;n</p>");
    assert_string_equal(fragment_of("hot-cold"),
            "Ice%20%26%20heat%2C%20hot%2Dcold%3A%20100%C2%A0%25%20gr%C3%BCn");
}

static void text_without_spaces_is_cut_at_its_stops(void **state)
{
    (void)state;
    read_page("<h2>Kata</h2><p>\xE8\x82\xA9\xE3\x81\xAE\xE7\x97\x9B\xE3\x81\xBF\xE3\x80"
              "\x82\xE8\x86\x9D\xE3\x80\x82</p><h2>More</h2><p>It says what is on "
              "the page in words of another language.</p>");
    assert_string_equal(fragment_of("\xE7\x97\x9B"),
            "%E8%82%A9%E3%81%AE%E7%97%9B%E3%81%BF%E3%80%82%E8%86%9D%E3%80%82");
}

static void a_soft_hyphen_is_not_in_the_way(void **state)
{
    (void)state;
    read_page("<h2>Soft</h2><p>Physio&shy;therapy helps, and it helps for a long "
              "time.</p>");
    assert_string_equal(fragment_of("helps for a long"),
            "Physiotherapy%20helps%2C%20and%20it%20helps%20for%20a%20long%20time"
            ".");
}

static void marks_that_are_no_text_are_not_in_the_way(void **state)
{
    (void)state;
    read_page("<h2>Marks</h2><p>Load<sup>3</sup> helps the tendon,<sup><a href='#r'>4,5"
              "</a></sup> and rest 5 weeks does not.<sup>5</sup></p>");
    assert_string_equal(fragment_of("helps the tendon"),
            "Load3%20helps%20the%20tendon%2C4%2C5%"
            "20and%20rest%205%20weeks%20does%20not.");
}

static void what_is_hidden_has_no_fragment(void **state)
{
    (void)state;
    read_page("<h2>Shown</h2><p>" LONG("shown") "</p><h2>Folded</h2><p hidden>" LONG(
            "hidden") "</p>");
    assert_true(strlen(fragment_of("shown ten")) > 0);
    assert_string_equal(fragment_of("hidden ten"), "");
}

/* What follows shares no code with the indexer but its reader of HTML: the page's texts
   one after the other, letters of ASCII in lower case, white space as one space. */
static char lower(char byte)
{
    if (byte >= 'A' && byte <= 'Z')
        byte = (char)(byte - 'A' + 'a');
    return byte;
}

static void add_space(struct buffer *out)
{
    if (out->size == 0 || out->data[out->size - 1] != ' ')
        buffer_append_byte(out, ' ');
}

static void add_text(struct buffer *out, palpate_view text)
{
    for (size_t i = 0; i < text.size; i++) {
        if ((unsigned char)text.data[i] <= ' ')
            add_space(out);
        else
            buffer_append_byte(out, lower(text.data[i]));
    }
}

static bool is_named(const struct node *node, const char *names)
{
    char name[40];

    (void)snprintf(name, sizeof name, " %.*s ", (int)node->text.size, node->text.data);
    return strstr(names, name) != NULL;
}

static void flatten(struct buffer *out, const struct tree *tree)
{
    for (uint32_t i = 1; i < tree->count; i++) {
        const struct node *node = &tree->nodes[i];
        if (node->is_text) {
            add_text(out, node->text);
            continue;
        }
        if (is_named(node, " p div li ul ol dl dt dd td th tr table h1 h2 h3 h4 h5 h6 "
                           "br section article main nav header footer aside figure "
                           "figcaption img form summary details body button "
                           "blockquote "))
            add_space(out);
        if (is_named(node, " script style head title noscript template select svg ") ||
                node_has_attribute(node, view_of("hidden")))
            i = node->end - 1;
    }
    buffer_append_string(out, " ");
    buffer_append_byte(out, '\0');
}

/* The next term of a fragment, decoded, in lower case. */
static const char *take_term(const char *fragment, char out[4096])
{
    size_t size = 0;

    for (; *fragment != '\0' && *fragment != ',' && *fragment != '-'; fragment++) {
        char byte = *fragment;
        if (byte == '%') {
            const char digits[3] = { fragment[1], fragment[2], '\0' };
            byte = (char)strtol(digits, NULL, 16);
            fragment += 2;
        }
        assert_true(size < 4095);
        out[size++] = lower(byte);
    }
    out[size] = '\0';
    return fragment;
}

static size_t count_naively(const char *text, const char *fragment)
{
    char term[4][4096] = { "", "", "", "" }; /* prefix, start, end, suffix */
    size_t found = 0;

    const char *rest = take_term(fragment, term[1]);
    if (strncmp(rest, "-,", 2) == 0) {
        (void)take_term(fragment, term[0]);
        rest = take_term(rest + 2, term[1]);
    }
    if (rest[0] == ',' && rest[1] != '-')
        rest = take_term(rest + 1, term[2]);
    if (strncmp(rest, ",-", 2) == 0)
        rest = take_term(rest + 2, term[3]);
    assert_int_equal(*rest, '\0');
    for (const char *place = text; (place = strstr(place, term[1])) != NULL; place++) {
        size_t before = (size_t)(place - text);
        size_t prefix = strlen(term[0]);
        while (prefix > 0 && before > 0 && text[before - 1] == ' ')
            before--;
        if (before < prefix || strncmp(text + before - prefix, term[0], prefix) != 0)
            continue;
        const char *end = place + strlen(term[1]);
        if (term[2][0] != '\0' && (end = strstr(end, term[2])) == NULL)
            continue;
        end += strlen(term[2]);
        end += strspn(end, " ");
        found += strncmp(end, term[3], strlen(term[3])) == 0;
    }
    return found;
}

struct tally {
    unsigned passages;
    unsigned fragments;
};

static void check_file(const char *path, struct tally *tally)
{
    struct arena other = { NULL, 0, 0 };
    struct buffer html = { 0 };
    struct buffer text = { 0 };
    struct tree tree;
    palpate_view bytes = { NULL, 0 };
    FILE *file = fopen(path, "rb");

    assert_non_null(file);
    for (int byte = 0; (byte = getc(file)) != EOF;)
        buffer_append_byte(&html, (char)byte);
    (void)fclose(file);
    read_bytes(buffer_view(&html));
    assert_int_equal(charset_decode(&bytes, &other, buffer_view(&html),
                             (palpate_view){ NULL, 0 }, NULL),
            PALPATE_OK);
    assert_int_equal(tree_read(&tree, &other, bytes, NULL), PALPATE_OK);
    assert_true(streamed_place(&tree, &other));
    flatten(&text, &tree);
    for (uint32_t i = 0; i < article.passage_count; i++) {
        const char *fragment = article.passages[i].fragment.data;
        tally->passages++;
        if (fragment == NULL)
            continue;
        tally->fragments++;
        if (count_naively(text.data, fragment) != 1)
            fail_msg("%s: %zu places for %s", path, count_naively(text.data, fragment),
                    fragment);
    }
    buffer_free(&text);
    buffer_free(&html);
    arena_free(&other);
}

static void check_folder(const char *folder, struct tally *tally)
{
    DIR *entries = opendir(folder);
    char path[4096];
    struct stat facts;

    assert_non_null(entries);
    for (const struct dirent *entry = NULL; (entry = readdir(entries)) != NULL;) {
        (void)snprintf(path, sizeof path, "%s/%s", folder, entry->d_name);
        if (entry->d_name[0] == '.' || stat(path, &facts) != 0)
            continue;
        if (S_ISDIR(facts.st_mode))
            check_folder(path, tally);
        else if (view_ends_with(view_of(path), PALPATE_VIEW(".html")))
            check_file(path, tally);
    }
    (void)closedir(entries);
}

static void every_fragment_is_found_once_by_naive_search(void **state)
{
    static const char *const FOLDERS[] = { "corpus/articles", "tests/golden" };
    struct tally tally = { 0, 0 };
    char path[4096];

    (void)state;
    for (size_t i = 0; i < sizeof FOLDERS / sizeof *FOLDERS; i++) {
        (void)snprintf(
                path, sizeof path, "%s/%s", getenv("PALPATE_SOURCE"), FOLDERS[i]);
        check_folder(path, &tally);
    }
    print_message(
            "%u of %u passages have a fragment\n", tally.fragments, tally.passages);
    assert_true(tally.passages > 200);
    assert_true(tally.fragments * 100 >= tally.passages * 97);
}

static int tear_down(void **state)
{
    (void)state;
    arena_free(&arena);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_repeated_text_is_told_by_what_stands_before),
        cmocka_unit_test(a_text_may_run_through_elements_and_blocks),
        cmocka_unit_test(signs_with_a_meaning_are_encoded),
        cmocka_unit_test(text_without_spaces_is_cut_at_its_stops),
        cmocka_unit_test(a_soft_hyphen_is_not_in_the_way),
        cmocka_unit_test(marks_that_are_no_text_are_not_in_the_way),
        cmocka_unit_test(what_is_hidden_has_no_fragment),
        cmocka_unit_test(every_fragment_is_found_once_by_naive_search),
    };

    tree_library_init();
    return cmocka_run_group_tests(tests, NULL, tear_down);
}
