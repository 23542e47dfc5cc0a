#include "indexer/titles.h"

#include <stdint.h>

#include "core/view.h"
#include "indexer/article.h"
#include "indexer/tree.h"

enum {
    TITLE_SIZE = 500, /* bytes; longer is none */
    WORDS = 32,       /* of a title that are compared */
    MIN_BRAND = 4     /* letters of a name that may be a part of another */
};

static bool is_letter(unsigned char byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9') || byte >= 0x80;
}

/* Titles are compared letter by letter, without case, spaces and punctuation. */
static char letter_at(palpate_view text, size_t *place)
{
    enum { OF_TWO = 0xC2, OF_THREE = 0xE2 }; /* lead bytes of quotes, dashes, spaces */

    while (*place < text.size) {
        unsigned char byte = (unsigned char)text.data[(*place)++];
        if (byte >= 'A' && byte <= 'Z')
            return (char)(byte + 'a' - 'A');
        if (byte == OF_TWO)
            *place += 1;
        else if (byte == OF_THREE)
            *place += 2;
        else if (is_letter(byte))
            return (char)byte;
    }
    return '\0';
}

static size_t letter_count(palpate_view text)
{
    size_t count = 0;

    for (size_t place = 0; letter_at(text, &place) != '\0';)
        count++;
    return count;
}

/* Where in `text` the letters of `start` end, or SIZE_MAX where it starts otherwise. */
static size_t end_of_start(palpate_view text, palpate_view start)
{
    size_t place = 0;
    size_t other = 0;

    for (;;) {
        char wanted = letter_at(start, &other);
        if (wanted == '\0')
            return place;
        if (letter_at(text, &place) != wanted)
            return SIZE_MAX;
    }
}

static bool starts_with(palpate_view text, palpate_view start)
{
    return end_of_start(text, start) != SIZE_MAX;
}

bool title_is_same(palpate_view a, palpate_view b)
{
    return starts_with(a, b) && starts_with(b, a);
}

/* The size of the separator at `place` that parts a title from a site, or 0. */
static size_t separator_at(palpate_view text, size_t place)
{
    static const palpate_view SEPARATORS[] = { PALPATE_VIEW_INIT(" - "),
        PALPATE_VIEW_INIT(" \xE2\x80\x93 "), PALPATE_VIEW_INIT(" \xE2\x80\x94 "),
        PALPATE_VIEW_INIT(" \xC2\xB7 "), PALPATE_VIEW_INIT(" \xE2\x80\xA2 "),
        PALPATE_VIEW_INIT(" \xC2\xBB "), PALPATE_VIEW_INIT(" \xC2\xAB "),
        PALPATE_VIEW_INIT(" / "), PALPATE_VIEW_INIT(" :: "), PALPATE_VIEW_INIT(" ~ "),
        PALPATE_VIEW_INIT(" > "), PALPATE_VIEW_INIT(" < "), PALPATE_VIEW_INIT(" | "),
        PALPATE_VIEW_INIT("|"), PALPATE_VIEW_INIT(" \xE2\x8B\x85 ") };
    palpate_view rest = view_slice(text, place, text.size);

    if (rest.size > 0 && rest.data[0] != ' ' && rest.data[0] != '|')
        return 0;
    for (size_t i = 0; i < sizeof SEPARATORS / sizeof *SEPARATORS; i++)
        if (view_starts_with(rest, SEPARATORS[i]))
            return SEPARATORS[i].size;
    return 0;
}

/* The last separator before `end`: its place, or SIZE_MAX. */
static size_t last_separator(palpate_view text)
{
    for (size_t place = text.size; place > 0; place--)
        if (separator_at(text, place) > 0)
            return place;
    return SIZE_MAX;
}

static size_t first_separator(palpate_view text)
{
    for (size_t place = 1; place < text.size; place++)
        if (separator_at(text, place) > 0)
            return place;
    return SIZE_MAX;
}

/* "MDN" and "MDN Web Docs" are names of one site, if they are long enough to tell. */
static bool is_name_of(palpate_view part, palpate_view name)
{
    if (part.size == 0 || name.size == 0)
        return false;
    if (title_is_same(part, name))
        return true;
    size_t of_part = letter_count(part);
    size_t of_name = letter_count(name);
    return of_part >= MIN_BRAND && of_name >= MIN_BRAND && of_part <= 2 * of_name &&
           of_name <= 2 * of_part &&
           (starts_with(part, name) || starts_with(name, part));
}

static bool is_of_host(palpate_view part, palpate_view address)
{
    palpate_view host = origin_host(address);

    if (part.size == 0)
        return false;
    while (host.size > 0) {
        size_t end = view_find(host, PALPATE_VIEW("."));
        if (end == host.size)
            return false; /* the top level */
        if (is_name_of(part, view_slice(host, 0, end)) || title_is_same(part, host))
            return true;
        host = view_slice(host, end + 1, host.size);
    }
    return false;
}

static bool is_site(
        const struct statements *statements, palpate_view address, palpate_view part)
{
    for (size_t voice = 0; voice < VOICE_COUNT; voice++)
        if (is_name_of(part, statements->by[FIELD_SITE][voice]))
            return true;
    return is_of_host(part, address);
}

/* "Knee pain | Clinic" and "Clinic: Knee pain" without the clinic. */
static palpate_view without_site(
        const struct statements *statements, palpate_view address, palpate_view title)
{
    for (size_t place = last_separator(title); place != SIZE_MAX && place > 0;
            place = last_separator(title)) {
        size_t after = place + separator_at(title, place);
        if (!is_site(statements, address, view_slice(title, after, title.size)))
            break;
        title = view_slice(title, 0, place);
    }
    for (size_t place = first_separator(title); place != SIZE_MAX;
            place = first_separator(title)) {
        if (!is_site(statements, address, view_slice(title, 0, place)))
            break;
        title = view_slice(title, place + separator_at(title, place), title.size);
    }
    return view_trim(title);
}

/* Whether `heading` is all of `title` or what stands before one of its separators. */
static bool agrees(palpate_view heading, palpate_view title)
{
    size_t end = end_of_start(title, heading);

    if (end == SIZE_MAX || letter_count(heading) == 0)
        return false;
    while (end < title.size && separator_at(title, end) == 0 &&
            letter_count(view_slice(title, end, 1)) == 0 && title.data[end] != ' ')
        end++;
    return letter_count(view_slice(title, end, title.size)) == 0 ||
           separator_at(title, end) > 0;
}

/* Whether a heading only repeats the end of a title: the name of a site or section. */
static bool is_tail(palpate_view heading, palpate_view title)
{
    size_t place = last_separator(title);

    return place != SIZE_MAX && letter_count(heading) > 0 &&
           starts_with(view_slice(title, place, title.size), heading);
}

static size_t split(palpate_view text, palpate_view words[WORDS])
{
    size_t count = 0;

    while (text.size > 0 && count < WORDS) {
        size_t end = view_find(text, PALPATE_VIEW(" "));
        if (letter_count(view_slice(text, 0, end)) > 0)
            words[count++] = view_slice(text, 0, end);
        text = view_slice(text, end + 1, text.size);
    }
    return count;
}

/* Shared words in a hundred of all words of both. */
static size_t likeness(palpate_view a, palpate_view b)
{
    palpate_view of_a[WORDS];
    palpate_view of_b[WORDS];
    size_t count_a = split(a, of_a);
    size_t count_b = split(b, of_b);
    size_t shared = 0;

    for (size_t i = 0; i < count_a; i++) {
        size_t k = 0;
        while (k < count_b && !title_is_same(of_a[i], of_b[k]))
            k++;
        shared += k < count_b;
    }
    return count_a + count_b == 0 ? 0 : 100 * shared / (count_a + count_b - shared);
}

/* What the page tells others, in the order of trust; the first that is there counts
   where only one can. */
static const enum voice TOLD[] = { VOICE_PROPERTY, VOICE_CARD, VOICE_HEAD, VOICE_META,
    VOICE_ARTICLE, VOICE_PAGE };
enum { TOLD_COUNT = sizeof TOLD / sizeof *TOLD };

struct choice {
    const struct statements *statements;
    const struct headings *headings;
    palpate_view address;
    palpate_view told[TOLD_COUNT]; /* without the site */
};

static bool is_no_title(const struct choice *choice, palpate_view heading)
{
    return letter_count(heading) == 0 ||
           is_site(choice->statements, choice->address, heading);
}

/* The h1 that all agree on. */
static size_t agreed_heading(const struct choice *choice)
{
    const struct headings *headings = choice->headings;

    for (size_t i = 0; i < headings->count; i++) {
        palpate_view text = headings->items[i].text;
        if (headings->items[i].level != 1 || is_no_title(choice, text))
            continue;
        for (size_t k = 0; k < TOLD_COUNT; k++)
            if (agrees(text, choice->told[k]))
                return i;
    }
    return MAX_HEADINGS;
}

/* The h1 that is most like `told`, if it is like it at all. */
static size_t likely_heading(const struct choice *choice, palpate_view told)
{
    enum { LIKE = 20, LIKE_OF_ARTICLE = 10 /* shared words in a hundred */ };
    const struct headings *headings = choice->headings;
    const struct statements *statements = choice->statements;
    size_t best = statements->is_article ? LIKE_OF_ARTICLE : LIKE;
    size_t found = MAX_HEADINGS;

    for (size_t i = 0; i < headings->count; i++) {
        palpate_view text = headings->items[i].text;
        if (headings->items[i].level != 1 || is_no_title(choice, text) ||
                is_tail(text, statements->by[FIELD_TITLE][VOICE_HEAD]))
            continue;
        size_t like = told.size == 0 ? best : likeness(text, told);
        if (like >= best && (found == MAX_HEADINGS || like > best)) {
            best = like;
            found = i;
        }
    }
    return found;
}

/* The heading that shows `text` or nearly so, of whatever level. */
static uint32_t heading_of(const struct headings *headings, palpate_view text)
{
    size_t best = 50; /* shared words in a hundred */
    uint32_t node = TREE_NONE;

    for (size_t i = 0; i < headings->count; i++) {
        size_t like = likeness(headings->items[i].text, text);
        if (like > best) {
            best = like;
            node = headings->items[i].node;
        }
    }
    return node;
}

/* "Knee pain | Health A-Z | Clinic" of a page that does not name its site. */
static palpate_view without_last(palpate_view title)
{
    size_t place = last_separator(title);

    return place == SIZE_MAX || place < title.size / 3
                   ? title
                   : view_trim(view_slice(title, 0, place));
}

/* A heading without what else it holds: "Thread: Knee pain", "Knee pain | Clinic". */
static palpate_view without_label(
        const struct choice *choice, palpate_view heading, palpate_view told)
{
    enum { LETTERS = 12 /* of a title that is no part of another by chance */ };
    size_t size = letter_count(told);

    heading = without_site(choice->statements, choice->address, heading);
    for (size_t at = 1; size >= LETTERS && at + told.size <= heading.size + 4; at++)
        if (heading.data[at - 1] == ' ' &&
                title_is_same(view_slice(heading, at, heading.size), told))
            return view_slice(heading, at, heading.size);
    return heading;
}

/* "Knee pain - Forums" without what an h1 shows to be the name of the site or part. */
static palpate_view without_heading(const struct choice *choice, palpate_view told)
{
    const struct headings *headings = choice->headings;

    for (size_t i = 0; i < headings->count; i++)
        if (headings->items[i].level == 1 && is_tail(headings->items[i].text, told))
            return view_trim(view_slice(told, 0, last_separator(told)));
    return told;
}

struct title title_choose(const struct statements *statements,
        const struct headings *headings, palpate_view address)
{
    struct choice choice = { statements, headings, address, { { NULL, 0 } } };
    palpate_view told = { NULL, 0 };

    for (size_t i = 0; i < TOLD_COUNT; i++) {
        palpate_view title = statements->by[FIELD_TITLE][TOLD[i]];
        choice.told[i] = title.size > TITLE_SIZE
                                 ? (palpate_view){ NULL, 0 }
                                 : without_site(statements, address, title);
        if (told.size == 0 && !is_no_title(&choice, choice.told[i]))
            told = choice.told[i].size == title.size ? without_last(title)
                                                     : choice.told[i];
    }
    size_t heading = agreed_heading(&choice);
    if (heading == MAX_HEADINGS)
        heading = likely_heading(&choice, told);
    if (heading < MAX_HEADINGS)
        return (struct title){ without_label(
                                       &choice, headings->items[heading].text, told),
            headings->items[heading].node };
    told = without_heading(&choice, told);
    if (told.size == 0)
        told = choice.told[0].size > 0 ? choice.told[0] : choice.told[2];
    return (struct title){ told, heading_of(headings, told) };
}
