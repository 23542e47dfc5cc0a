#include "server/page_answer.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "server/page_controls.h"
#include "server/page_curation.h"
#include "server/page_hit.h"
#include "server/page_spelling.h"
#include "server/sentence.h"

enum { PAGE_HITS = 10 };

static void add_count(struct text *text, const struct shown *shown)
{
    const palpate_answer *answer = shown->answer;
    bool is_passages = shown->question->options.group == PALPATE_GROUP_NONE;

    bool is_one = answer->total == 1;
    enum phrase passages = is_one ? SAY_COUNT_PASSAGE : SAY_COUNT_PASSAGES;
    enum phrase articles = is_one ? SAY_COUNT_ARTICLE : SAY_COUNT_ARTICLES;

    if (!answer->total_is_exact)
        text_say_piece(text, SAY_AT_LEAST, 0);
    text_say_count(text, is_passages ? passages : articles, answer->total);
    if (!answer->total_is_exact)
        text_say_piece(text, SAY_AT_LEAST, 1);
}

/* The count, and of what that was corrected. */
static void add_count_said(struct text *text, const struct shown *shown)
{
    palpate_view corrected = shown->answer->corrected;

    if (corrected.size == 0) {
        add_count(text, shown);
        return;
    }
    text_say_piece(text, SAY_COUNT_FOR, 0);
    add_count(text, shown);
    text_say_piece(text, SAY_COUNT_FOR, 1);
    text_add_escaped(text, corrected);
    text_say_piece(text, SAY_COUNT_FOR, 2);
}

/* Words that may be of another direction than those around them. */
static void add_isolated(struct text *text, palpate_view words)
{
    text_add_string(text, "<bdi>");
    text_add_escaped(text, words);
    text_add_string(text, "</bdi>");
}

/* `data-said` is what the script tells those who hear the page. */
static void add_head(struct text *text, const struct shown *shown)
{
    const palpate_answer *answer = shown->answer;
    palpate_view like = shown->question->options.like;

    text_add_string(text, "<div class=\"head\" data-said=\"");
    add_count_said(text, shown);
    text_add_string(text, "\"><p class=\"summary\">");
    if (like.size > 0)
        text_say_piece(text, SAY_ABOUT_THE_SAME, 0);
    add_count(text, shown);
    if (like.size > 0) {
        text_say_piece(text, SAY_ABOUT_THE_SAME, 1);
        add_isolated(text, answer->like_title.size > 0 ? answer->like_title : like);
        text_say_piece(text, SAY_ABOUT_THE_SAME, 2);
    }
    text_add_string(text, "</p>\n");
    page_narrow(text, shown);
    text_add_string(text, "</div>\n");
}

/* How the question was read. */
static void add_readings(struct text *text, const struct shown *shown)
{
    const palpate_answer *answer = shown->answer;

    page_spelling(text, shown);
    page_curation(text, shown);
    for (size_t i = 0; i < answer->note_count; i++) {
        text_add_string(text, "<p class=\"note\">");
        sentence_say(text, answer->notes[i]);
        text_add_string(text, "</p>\n");
    }
}

static void add_way(struct text *text, const struct arguments *other, enum phrase label)
{
    text_add_string(text, "<li>");
    asked_write_link(text, other);
    text_add_string(text, ">");
    text_say(text, label);
    text_add_string(text, "</a></li>\n");
}

/* The words without the signs of the query language; the caller frees them. */
static char *plain_of(palpate_view words, size_t *size)
{
    struct text text;
    bool is_space = true;
    bool is_first = true;

    text_open(&text);
    for (size_t i = 0; i < words.size; i++) {
        is_space |= strchr("\"+() ", words.data[i]) != NULL;
        if (words.data[i] == '\0' || strchr("\"+() ", words.data[i]) != NULL)
            continue;
        text_add_string(&text, is_space && !is_first ? " " : "");
        text_add(&text, (palpate_view){ words.data + i, 1 });
        is_space = is_first = false;
    }
    return text_close(&text, size);
}

static void add_ways(struct text *text, const struct shown *shown)
{
    struct arguments other = shown->asked;
    palpate_view words = shown->question->asked;
    size_t size = 0;
    char *plain = plain_of(words, &size);

    asked_drop_filters(&other);
    if (other.count < shown->asked.count)
        add_way(text, &other, SAY_WAY_NO_FILTERS);
    other = shown->asked;
    asked_drop(&other, "disable");
    asked_drop(&other, "no_expand");
    if (other.count < shown->asked.count)
        add_way(text, &other, SAY_WAY_NAMES);
    other = shown->asked;
    asked_set_words(&other, (palpate_view){ plain, size });
    if (size > 0 && size < words.size)
        add_way(text, &other, SAY_WAY_NO_SIGNS);
    free(plain);
}

/* What to do where nothing was found. */
static void add_nothing(struct text *text, const struct shown *shown)
{
    text_add_string(text, "<section class=\"state\">\n<h2>");
    text_say(text, SAY_NOTHING);
    text_add_string(text, "</h2>\n<p>");
    if (shown->question->options.like.size > 0) {
        text_say(text, SAY_LIKE_NOTHING);
    } else {
        text_say_piece(text, SAY_NOTHING_HOLDS, 0);
        add_isolated(text, shown->question->asked);
        text_say_piece(text, SAY_NOTHING_HOLDS, 1);
    }
    text_add_string(text, " ");
    text_say(text, SAY_COULD);
    text_add_string(text, "</p>\n<ul>\n");
    add_ways(text, shown);
    text_add_string(text, "<li>");
    text_say(text, SAY_CHANGE_FEWER_WORDS);
    text_add_string(text, "</li>\n<li>");
    text_say(text, SAY_CHANGE_SPELLING);
    text_add_string(text, "</li>\n</ul>\n</section>\n");
}

static void set_number(struct arguments *asked, const char *name, char *digits,
        size_t size, uint64_t number)
{
    int used = snprintf(digits, size, "%" PRIu64, number);

    asked_set(asked, name, (palpate_view){ digits, (size_t)used });
}

/* A longer page that goes on where this one ends, as long as the server makes one; then
   the next page. */
static void add_further(struct text *text, const struct shown *shown)
{
    const palpate_search_options *options = &shown->question->options;
    const palpate_answer *answer = shown->answer;
    struct arguments other = shown->asked;
    uint64_t seen = (uint64_t)options->offset + answer->hit_count;
    bool is_longer =
            options->offset == 0 && options->limit + PAGE_HITS <= shown->limits.hits;
    char digits[24];

    if (answer->hit_count < options->limit ||
            (answer->total_is_exact && seen >= answer->total) ||
            seen + (is_longer ? PAGE_HITS : options->limit) > shown->limits.depth)
        return;
    set_number(&other, is_longer ? "limit" : "offset", digits, sizeof digits,
            is_longer ? options->limit + PAGE_HITS : seen);
    text_add_string(text, "<p class=\"further\">");
    asked_write_more(text, &other, seen + 1);
    text_add_string(text, " data-key=\"further\" rel=\"next\">");
    text_say(text, SAY_MORE_ARTICLES);
    text_add_string(text, "</a></p>\n");
}

void page_answer(struct text *text, const struct shown *shown)
{
    const palpate_answer *answer = shown->answer;
    uint32_t offset = shown->question->options.offset;

    page_kinds(text, shown);
    add_head(text, shown);
    add_readings(text, shown);
    page_names(text, shown);
    if (answer->hit_count == 0 && offset == 0) {
        add_nothing(text, shown);
        return;
    }
    text_add_format(text, "<ol class=\"hits\" start=\"%" PRIu32 "\"%s>\n", offset + 1,
            shown->counts_clicks ? " data-opened" : "");
    for (size_t i = 0; i < answer->hit_count; i++) {
        uint64_t place = (uint64_t)offset + i + 1;
        page_hit(text, &answer->hits[i], place, place == 1 || answer->asks_if_safe,
                i == 0 && answer->first_answers);
    }
    text_add_string(text, "</ol>\n");
    add_further(text, shown);
}

static void add_step(
        struct text *text, const struct arguments *other, enum phrase label)
{
    text_add_string(text, "<p>");
    asked_write_link(text, other);
    text_add_string(text, ">");
    text_say(text, label);
    text_add_string(text, "</a></p>\n");
}

void page_problem(struct text *text, const struct arguments *given, const char *detail,
        bool may_pass)
{
    const palpate_view sentence = { detail, strlen(detail) };
    struct arguments other;

    text_add_string(text, "<section class=\"state\" data-said=\"");
    sentence_say(text, sentence);
    text_add_string(text, "\">\n<h2>");
    text_say(text, SAY_NO_ANSWER);
    text_add_string(text, "</h2>\n<p>");
    sentence_say(text, sentence);
    text_add_string(text, ".</p>\n");
    asked_read_given(&other, given);
    if (may_pass)
        add_step(text, &other, SAY_AGAIN);
    size_t count = other.count;
    asked_drop_filters(&other);
    /* What is wrong may be a filter, and no switch for it is in sight. */
    if (other.count < count)
        add_step(text, &other, SAY_WAY_NO_FILTERS);
    text_add_string(text, "</section>\n");
}
