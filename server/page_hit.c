#include "server/page_hit.h"

#include <inttypes.h>
#include <stdbool.h>
#include <string.h>

#include "server/kind_label.h"
#include "server/web_link.h"

static bool is_same(palpate_view left, palpate_view right)
{
    return left.size == right.size &&
           (left.size == 0 || memcmp(left.data, right.data, left.size) == 0);
}

static void add_kind(struct text *text, palpate_view kind)
{
    if (!kind_has_name(kind))
        return;
    text_add_string(text, palpate_kind_is_warning(kind) ? "<span class=\"kind care\">"
                                                        : "<span class=\"kind\">");
    text_add_escaped(text, wording_kind(text->wording, kind));
    text_add_string(text, "</span>");
}

static palpate_view part_of(palpate_view words, size_t from, size_t end)
{
    return (palpate_view){ words.data + from, end - from };
}

/* Whether there are only spaces, and one at least, between a mark and the next one. */
static bool goes_on(palpate_view words, size_t end, size_t next)
{
    for (size_t i = end; i < next; i++)
        if (strchr(" \t\n", words.data[i]) == NULL)
            return false;
    return next > end;
}

static void add_marked(struct text *text, palpate_view words, const palpate_span *marks,
        size_t mark_count)
{
    size_t done = 0;

    for (size_t i = 0; i < mark_count; i++) {
        size_t end = (size_t)marks[i].offset + marks[i].size;
        text_add_escaped(text, part_of(words, done, marks[i].offset));
        text_add_string(text, "<mark>");
        done = marks[i].offset;
        while (i + 1 < mark_count && goes_on(words, end, marks[i + 1].offset)) {
            i++;
            end = (size_t)marks[i].offset + marks[i].size;
        }
        text_add_escaped(text, part_of(words, done, end));
        text_add_string(text, "</mark>");
        done = end;
    }
    if (done < words.size)
        text_add_escaped(text, part_of(words, done, words.size));
}

static void add_link(struct text *text, palpate_view link, palpate_view words)
{
    text_add_string(text, "<a");
    if (is_web_link(link)) {
        text_add_string(text, " href=\"");
        text_add_escaped(text, link);
        text_add_string(text, "\"");
    }
    text_add_string(text, ">");
    text_add_escaped(text, words);
    text_add_string(text, "</a>");
}

/* The direction and the language of words that are the article's and not the page's,
   for who hears them. */
static void add_speech(struct text *text, const palpate_hit *hit)
{
    text_add_string(text, " dir=\"auto\"");
    if (hit->language.size > 0) {
        text_add_string(text, " lang=\"");
        text_add_escaped(text, hit->language);
        text_add_string(text, "\"");
    }
}

static palpate_view name_of(const palpate_hit *hit)
{
    return hit->title.size > 0 ? hit->title : hit->url;
}

/* The innermost heading of a passage, or what stands for it. */
static palpate_view section_of(const palpate_hit *hit, palpate_view otherwise)
{
    palpate_view last =
            hit->heading_count > 0 ? hit->heading[hit->heading_count - 1] : otherwise;

    return last.size > 0 ? last : otherwise;
}

static void add_path(struct text *text, const palpate_hit *hit)
{
    size_t count = 0;

    for (size_t i = 0; i < hit->heading_count; i++) {
        if (hit->heading[i].size == 0 || is_same(hit->heading[i], hit->title))
            continue;
        text_add_string(text, count > 0 ? " › " : "<p class=\"path\"");
        if (count++ == 0) {
            add_speech(text, hit);
            text_add_string(text, ">");
        }
        text_add_escaped(text, hit->heading[i]);
    }
    text_add_string(text, count > 0 ? "</p>\n" : "");
}

/* The word for a month, from 1: they are one phrase. */
static palpate_view month_of(const struct wording *wording, int month)
{
    palpate_view rest = wording_piece(wording, SAY_MONTHS, 0);

    for (;; month--) {
        const char *space = memchr(rest.data, ' ', rest.size);
        size_t end = space == NULL ? rest.size : (size_t)(space - rest.data);
        if (month == 1 || space == NULL)
            return (palpate_view){ rest.data, end };
        rest = (palpate_view){ space + 1, rest.size - end - 1 };
    }
}

/* "2026-05-03" as "3 May 2026"; other dates as they are. */
static void add_date(struct text *text, palpate_view date)
{
    static const char FORM[] = "0000-00-00";
    bool is_day = date.size >= sizeof FORM - 1;

    for (size_t i = 0; is_day && FORM[i] != '\0'; i++)
        is_day = FORM[i] == '-' ? date.data[i] == '-'
                                : date.data[i] >= '0' && date.data[i] <= '9';
    int month = is_day ? (date.data[5] - '0') * 10 + date.data[6] - '0' : 0;
    int day = is_day ? (date.data[8] - '0') * 10 + date.data[9] - '0' : 0;
    if (month < 1 || month > 12 || day < 1 || day > 31) {
        text_add_escaped(text, date);
        return;
    }
    text_add_format(text, "<time datetime=\"%.10s\">", date.data);
    text_say_piece(text, SAY_DATE, 0);
    text_add_format(text, "%d", day);
    text_say_piece(text, SAY_DATE, 1);
    text_add_escaped(text, month_of(text->wording, month));
    text_say_piece(text, SAY_DATE, 2);
    text_add_format(text, "%.4s", date.data);
    text_say_piece(text, SAY_DATE, 3);
    text_add_string(text, "</time>");
}

static void start_piece(struct text *text, size_t *count)
{
    text_add_string(
            text, (*count)++ == 0 ? "<p class=\"people\" dir=\"auto\">" : " · ");
}

static void add_review(struct text *text, const palpate_hit *hit)
{
    if (hit->reviewer.size == 0) {
        text_say_piece(text, SAY_REVIEWED, 0);
        add_date(text, hit->reviewed);
        text_say_piece(text, SAY_REVIEWED, 1);
        return;
    }
    text_say_words(text, SAY_REVIEWED_BY, hit->reviewer);
    text_add_string(text, hit->reviewed.size > 0 ? ", " : "");
    add_date(text, hit->reviewed);
}

/* Who answers for the article. */
static void add_people(struct text *text, const palpate_hit *hit)
{
    size_t count = 0;

    if (hit->byline.size > 0) {
        start_piece(text, &count);
        text_say_words(text, SAY_BY, hit->byline);
    }
    if (hit->reviewer.size > 0 || hit->reviewed.size > 0) {
        start_piece(text, &count);
        add_review(text, hit);
    }
    if (hit->site.size > 0) {
        start_piece(text, &count);
        text_add_escaped(text, hit->site);
    }
    text_add_string(text, count > 0 ? "</p>\n" : "");
}

static void add_snippet(struct text *text, const palpate_hit *hit)
{
    text_add_string(text, palpate_kind_is_warning(hit->kind)
                                  ? "<p class=\"snippet care\""
                                  : "<p class=\"snippet\"");
    add_speech(text, hit);
    text_add_string(text, ">");
    add_marked(text, hit->snippet, hit->snippet_marks, hit->snippet_mark_count);
    text_add_string(text, "</p>\n");
}

static void add_similar(struct text *text, const palpate_hit *hit)
{
    text_add_string(text, "<span><a class=\"similar\" dir=\"auto\" href=\"?like=");
    text_add_percent(text, hit->url);
    text_add_string(text, "\" aria-label=\"");
    text_say_words(text, SAY_SIMILAR_TO, name_of(hit));
    text_add_string(text, "\">");
    text_say(text, SAY_SIMILAR);
    text_add_string(text, "</a></span>");
}

static void add_same(struct text *text, size_t count)
{
    if (count == 0)
        return;
    text_add_string(text, "<span>");
    if (count == 1)
        text_say(text, SAY_SAME_ONE);
    else
        text_say_count(text, SAY_SAME_MANY, count);
    text_add_string(text, "</span>");
}

static void add_about(struct text *text, const palpate_hit *hit)
{
    text_add_string(text, "<p class=\"about\">");
    if (hit->other_name.size > 0) {
        text_add_string(text, "<span>");
        text_say_words(text, SAY_FOUND_AS, hit->other_name);
        text_add_string(text, "</span>");
    }
    if (hit->pinned.size > 0) {
        text_add_string(text, "<span class=\"pinned\">");
        text_say(text, SAY_PINNED);
        text_add_string(text, "</span>");
    }
    if (hit->is_related) {
        text_add_string(text, "<span>");
        text_say(text, SAY_RELATED);
        text_add_string(text, "</span>");
    }
    if (kind_has_name(hit->kind) && !palpate_kind_is_warning(hit->kind)) {
        text_add_string(text, "<span>");
        add_kind(text, hit->kind);
        text_add_string(text, "</span>");
    }
    if (hit->date.size > 0) {
        text_add_string(text, "<span>");
        add_date(text, hit->date);
        text_add_string(text, "</span>");
    }
    add_same(text, hit->same_count);
    add_similar(text, hit);
    text_add_string(text, "</p>\n");
}

/* What the article says of when not to: one line, which opens.  Boxes of warnings
   beside every hit would soon be read by nobody. */
static void add_care(struct text *text, const palpate_hit *care, bool is_whole)
{
    palpate_view in_article = wording_piece(text->wording, SAY_IN_THIS_ARTICLE, 0);

    text_add_format(
            text, "<details class=\"also\"%s><summary>", is_whole ? " open" : "");
    add_kind(text, care->kind);
    text_add_string(text, "</summary>\n<p class=\"path\" dir=\"auto\">");
    add_link(text, care->link, section_of(care, in_article));
    text_add_string(text, "</p>\n");
    add_snippet(text, care);
    text_add_string(text, "</details>\n");
}

static void add_more(struct text *text, const palpate_hit *hit)
{
    text_add_string(text, "<details class=\"more\"><summary>");
    text_say_count(text, hit->more_count == 1 ? SAY_MORE_PASSAGE : SAY_MORE_PASSAGES,
            hit->more_count);
    text_add_string(text, "</summary><ul>\n");
    for (size_t i = 0; i < hit->more_count; i++) {
        const palpate_hit *other = &hit->more[i];
        text_add_string(text, "<li><p class=\"path\" dir=\"auto\">");
        add_link(text, other->link, section_of(other, hit->title));
        text_add_string(text, " ");
        add_kind(text, other->kind);
        text_add_string(text, "</p>\n");
        add_snippet(text, other);
        text_add_string(text, "</li>\n");
    }
    text_add_string(text, "</ul></details>\n");
}

void page_hit(struct text *text, const palpate_hit *hit, uint64_t place,
        bool is_care_whole, bool answers)
{
    text_add_format(text,
            "<li class=\"hit%s\">\n<h2 id=\"hit-%" PRIu64 "\" data-url=\"",
            answers ? " answers" : "", place);
    text_add_escaped(text, hit->url);
    text_add_string(text, "\"");
    add_speech(text, hit);
    text_add_string(text, ">");
    add_link(text, hit->link, name_of(hit));
    text_add_string(text, "</h2>\n");
    add_path(text, hit);
    add_people(text, hit);
    if (palpate_kind_is_warning(hit->kind)) {
        text_add_string(text, "<p class=\"before\">");
        add_kind(text, hit->kind);
        text_add_string(text, "</p>\n");
    }
    if (answers) {
        text_add_string(text, "<p class=\"answered\">");
        text_say(text, SAY_ANSWER);
        text_add_string(text, "</p>\n");
    }
    add_snippet(text, hit);
    add_about(text, hit);
    if (hit->care != NULL)
        add_care(text, hit->care, is_care_whole);
    if (hit->more_count > 0)
        add_more(text, hit);
    text_add_string(text, "</li>\n");
}
