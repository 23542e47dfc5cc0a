#include "server/page_topics.h"

#include <string.h>

#include "server/web_link.h"

/* What of the topics is written. */
struct listing {
    const palpate_topics *list;
    palpate_view language;
};

static bool are_same(palpate_view a, palpate_view b)
{
    return a.size == b.size && memcmp(a.data, b.data, a.size) == 0;
}

/* The next topic from `place` on; the count of all after the last one. */
static size_t next_from(const struct listing *listing, size_t place)
{
    while (place < listing->list->count &&
            !topic_is_for(&listing->list->items[place], listing->language))
        place++;
    return place;
}

/* The first topic from `place` on that has another letter than the one there. */
static size_t next_letter(const struct listing *listing, size_t place)
{
    palpate_view letter = listing->list->items[place].letter;

    do
        place = next_from(listing, place + 1);
    while (place < listing->list->count &&
            are_same(listing->list->items[place].letter, letter));
    return place;
}

/* A letter that leads to its topics. */
static void add_letter(struct text *text, palpate_view letter, unsigned number)
{
    text_add_format(text, "<li><a href=\"#topics-%u\">", number);
    text_add_escaped(text, letter);
    text_add_string(text, "</a></li>\n");
}

/* Whether a letter stands before one of A to Z. */
static bool is_before(palpate_view letter, char of_alphabet)
{
    return letter.size > 0 &&
           (unsigned char)letter.data[0] < (unsigned char)of_alphabet;
}

/* All letters from A to Z, those without a topic for the eye alone, and what others
   there are before and after them. */
static void add_letters(struct text *text, const struct listing *listing)
{
    static const char ALPHABET[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    const palpate_topic *items = listing->list->items;
    size_t count = listing->list->count;
    size_t place = next_from(listing, 0);
    unsigned number = 0;

    text_add_string(text, "<ul class=\"letters\">\n");
    for (const char *letter = ALPHABET; *letter != '\0'; letter++) {
        for (; place < count && is_before(items[place].letter, *letter);
                place = next_letter(listing, place))
            add_letter(text, items[place].letter, ++number);
        if (place < count &&
                are_same(items[place].letter, (palpate_view){ letter, 1 })) {
            add_letter(text, items[place].letter, ++number);
            place = next_letter(listing, place);
        } else {
            text_add_format(text, "<li aria-hidden=\"true\">%c</li>\n", *letter);
        }
    }
    for (; place < count; place = next_letter(listing, place))
        add_letter(text, items[place].letter, ++number);
    text_add_string(text, "</ul>\n");
}

static void add_topic(struct text *text, const palpate_topic *topic)
{
    text_add_string(text, "<li><a href=\"");
    if (is_web_link(topic->url)) {
        text_add_escaped(text, topic->url);
    } else {
        text_add_string(text, "?q=");
        text_add_percent(text, topic->query);
    }
    if (topic->language.size > 0) {
        text_add_string(text, "\" lang=\"");
        text_add_escaped(text, topic->language);
    }
    text_add_string(text, "\">");
    text_add_escaped(text, topic->text);
    text_add_string(text, "</a></li>\n");
}

/* The topics of one letter, up to `end`. */
static void add_group(
        struct text *text, const struct listing *listing, size_t place, unsigned number)
{
    size_t end = next_letter(listing, place);

    text_add_format(text, "<div><h3 id=\"topics-%u\" tabindex=\"-1\">", number);
    text_add_escaped(text, listing->list->items[place].letter);
    text_add_string(text, "</h3>\n<ul>\n");
    for (; place < end; place = next_from(listing, place + 1))
        add_topic(text, &listing->list->items[place]);
    text_add_string(text, "</ul></div>\n");
}

void page_topics(struct text *text, const struct topics *topics, palpate_view language)
{
    const struct listing listing = { topics == NULL ? NULL : topics->list, language };
    unsigned number = 0;

    if (listing.list == NULL || next_from(&listing, 0) == listing.list->count)
        return;
    text_add_string(text, "<nav id=\"topics\" aria-labelledby=\"topics-title\">\n"
                          "<h2 id=\"topics-title\">");
    text_say(text, SAY_TOPICS);
    text_add_string(text, "</h2>\n");
    add_letters(text, &listing);
    text_add_string(text, "<div class=\"topics\">\n");
    for (size_t place = next_from(&listing, 0); place < listing.list->count;
            place = next_letter(&listing, place))
        add_group(text, &listing, place, ++number);
    text_add_string(text, "</div>\n</nav>\n");
}
