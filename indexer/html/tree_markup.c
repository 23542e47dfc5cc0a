#include "indexer/html/tree_markup.h"

#include <stdint.h>
#include <string.h>

#include "core/ascii.h"
#include "core/digest.h"
#include "core/view.h"
#include "indexer/html/characters.h"
#include "indexer/html/markup_read.h"

/* The parser compares each attribute with all before it in the tag, to find those of
   one name: a tag of many takes time with the square of their number.  So they are
   counted before, as the parser reads them.  It also keeps all names in a table that
   stops growing: so do they here.

   Whether a '<' starts a tag depends on what stands before it, comments and scripts for
   example.  Instead of reading all that twice, every place that may be inside a tag is
   taken to be, in all the ways it may: the states hold at once, each with the number of
   attributes of the fullest tag that may have got there.  A tag that is none ends with
   the next '>', long before it could count to the bound. */
enum state {
    BETWEEN, /* attributes */
    NAME,
    BEHIND_NAME,
    BEFORE_VALUE,
    VALUE, /* without quotes */
    QUOTED,
    QUOTED_ONCE, /* in single quotes */
    BOGUS,       /* what is no attribute, up to the next blank */
    STATES
};

enum {
    NAME_PIECE = 100, /* bytes of a name; what follows is another one */
    NAME_BITS = 1 << 18
};

struct scan {
    unsigned counts[STATES]; /* of names, the tag's too, and 1; 0 for what holds not */
    unsigned holds;          /* a bit for each state that holds */
    size_t run;              /* bytes of a name before this one */
};

enum { IN_QUOTES = 1U << QUOTED | 1U << QUOTED_ONCE };

static bool starts_name(char byte)
{
    return ascii_is_letter(byte) || byte == '_' || byte == ':' || byte == '.';
}

static bool is_of_name(char byte)
{
    return starts_name(byte) || ascii_is_digit(byte) || byte == '-';
}

static enum state is_between_attributes(char byte)
{
    if (ascii_is_space(byte))
        return BETWEEN;
    return starts_name(byte) ? NAME : BOGUS;
}

static enum state before_value(char byte)
{
    if (ascii_is_space(byte))
        return BEFORE_VALUE;
    if (byte == '"')
        return QUOTED;
    return byte == '\'' ? QUOTED_ONCE : VALUE;
}

static enum state behind_name(char byte)
{
    if (ascii_is_space(byte))
        return BEHIND_NAME;
    return byte == '=' ? BEFORE_VALUE : is_between_attributes(byte);
}

static enum state in_name(char byte)
{
    if (is_of_name(byte))
        return NAME;
    return ascii_is_space(byte) || byte == '=' ? behind_name(byte) : BOGUS;
}

/* The state that follows `state` with `byte`, which is no end of the tag. */
static enum state next_state(enum state state, char byte)
{
    switch (state) {
    case NAME: return in_name(byte);
    case BEHIND_NAME: return behind_name(byte);
    case BEFORE_VALUE: return before_value(byte);
    case VALUE: return ascii_is_space(byte) ? BETWEEN : VALUE;
    case QUOTED: return byte == '"' ? BETWEEN : QUOTED;
    case QUOTED_ONCE: return byte == '\'' ? BETWEEN : QUOTED_ONCE;
    case BOGUS: return ascii_is_space(byte) ? BETWEEN : BOGUS;
    default: return is_between_attributes(byte);
    }
}

static void take_state(struct scan *scan, enum state state, unsigned count)
{
    bool holds = (scan->holds >> state & 1U) != 0;

    if (!holds || scan->counts[state] < count)
        scan->counts[state] = count;
    scan->holds |= 1U << state;
}

/* Goes on by one byte.  Returns whether it may be of a tag that has too many. */
static bool scan_byte(struct scan *scan, char byte)
{
    struct scan next = { .run = is_of_name(byte) ? scan->run + 1 : 0 };
    unsigned left = byte == '>' ? scan->holds & IN_QUOTES : scan->holds;
    bool is_beyond = false;

    for (; left != 0; left &= left - 1) {
        enum state state = (enum state)__builtin_ctz(left);
        unsigned count = scan->counts[state];
        enum state then = next_state(state, byte);
        count += then == NAME && (state != NAME || scan->run % NAME_PIECE == 0);
        is_beyond |= count > MARKUP_ATTRIBUTES + 2;
        take_state(&next, then, count);
    }
    *scan = next;
    return is_beyond;
}

/* The names of a page: a bit for each, by its hash. */
struct names {
    uint64_t bits[NAME_BITS / 64];
    unsigned count;
};

/* Whether `name` is one of those that there may be. */
static bool may_be(struct names *names, palpate_view name)
{
    uint64_t place = hash_of(name) % NAME_BITS;
    uint64_t bit = UINT64_C(1) << place % 64;

    if ((names->bits[place / 64] & bit) != 0)
        return true;
    if (names->count == MARKUP_NAMES)
        return false;
    names->bits[place / 64] |= bit;
    names->count++;
    return true;
}

/* Whether the name at `place` is looked up, though it is none of an attribute: <a, </a,
   <?a and &a. */
static bool is_marked(palpate_view html, size_t place)
{
    if (place == 0)
        return false;
    char before = html.data[place - 1];
    if (before == '/' || before == '?')
        return place > 1 && html.data[place - 2] == '<';
    return before == '<' || before == '&';
}

/* The page under work; the first change makes a copy. */
struct work {
    palpate_view html;
    struct arena *arena;
    char *copy;
    bool failed;
};

static void overwrite(struct work *work, size_t from, size_t to, char byte)
{
    if (work->copy == NULL) {
        palpate_view copy = arena_copy(work->arena, work->html);
        work->failed |= copy.data == NULL;
        if (work->failed)
            return;
        work->html = copy;
        work->copy = (char *)copy.data;
    }
    memset(work->copy + from, (unsigned char)byte, to - from);
}

/* Looks at the name that ends before `end`. */
static void check_name(
        struct work *work, struct names *names, const struct scan *scan, size_t end)
{
    size_t start = end - scan->run;

    if (scan->run < 2 ||
            ((scan->holds >> NAME & 1U) == 0 && !is_marked(work->html, start)))
        return;
    if (!may_be(names, view_slice(work->html, start, scan->run)))
        overwrite(work, start + 1, end, '-');
}

/* The place from `place` on, after no name, at which the scan has to go on: nothing in
   between opens a tag, is a name that counts, or ends a value in quotes. */
static size_t next_place(const struct scan *scan, palpate_view html, size_t place)
{
    if (scan->run > 0 || (scan->holds & ~(unsigned)IN_QUOTES) != 0 ||
            scan->holds == IN_QUOTES || is_marked(html, place))
        return place;
    if (scan->holds == 0)
        return markup_next(html, place);
    char quote = (char)(scan->holds == 1U << QUOTED ? '"' : '\'');
    while (place < html.size && html.data[place] != quote && html.data[place] != '<' &&
            html.data[place] != '&')
        place++;
    return place;
}

bool markup_limit(palpate_view *html, struct arena *arena)
{
    struct work work = { .html = *html, .arena = arena };
    struct names names = { .count = 0 };
    struct scan scan = { .run = 0 };

    for (size_t i = 0; !work.failed; i++) {
        i = next_place(&scan, *html, i);
        if (i >= html->size)
            break;
        char byte = html->data[i];
        if (!is_of_name(byte))
            check_name(&work, &names, &scan, i);
        if (scan_byte(&scan, byte))
            overwrite(&work, i, i + 1, ' ');
        if (byte == '<' && i + 1 < html->size && starts_name(html->data[i + 1]))
            take_state(&scan, BETWEEN, 1);
    }
    *html = work.html;
    return !work.failed;
}

void markup_prepare(struct buffer *out, palpate_view html)
{
    struct buffer read = { 0 };

    if (markup_read(&read, html))
        html = buffer_view(&read);
    characters_settle(out, html);
    out->failed |= read.failed;
    buffer_free(&read);
}
