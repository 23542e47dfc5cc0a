#include "indexer/metadata/title_text.h"

#include "core/ascii.h"
#include "core/view.h"

enum { MIN_BRAND = 4 /* letters of a name that may be a part of another */ };

static bool is_letter(unsigned char byte)
{
    return ascii_is_lower(byte) || ascii_is_digit(byte) || byte >= 0x80;
}

/* Whether a comma, bracket or the like of Chinese or Japanese is at `place`. */
static bool is_wide_mark(palpate_view text, size_t place)
{
    palpate_view three = view_slice(text, place, 3);
    unsigned char last = three.size == 3 ? (unsigned char)three.data[2] : 0;

    if (view_starts_with(three, PALPATE_VIEW("\xE3\x80")))
        return last != 0x85; /* a sign that repeats the one before it */
    if (view_starts_with(three, PALPATE_VIEW("\xEF\xBC")))
        return last <= 0x8F || (last >= 0x9A && last <= 0xA0) || last >= 0xBB;
    return view_starts_with(three, PALPATE_VIEW("\xEF\xBD")) && last >= 0x9B;
}

/* The next letter from `*place` on, in lower case, or NUL at the end.  `*is_apart` is
   set where something stands before it. */
static char letter_at(palpate_view text, size_t *place, bool *is_apart)
{
    enum { OF_TWO = 0xC2, OF_THREE = 0xE2 }; /* lead bytes of quotes, dashes, spaces */

    while (*place < text.size) {
        unsigned char byte = (unsigned char)text.data[(*place)++];
        if (ascii_is_upper(byte))
            return (char)(byte + 'a' - 'A');
        if (byte < 0x80 && is_letter(byte))
            return (char)byte;
        if (byte == OF_TWO)
            *place += 1;
        else if (byte == OF_THREE || is_wide_mark(text, *place - 1))
            *place += 2;
        else if (is_letter(byte))
            return (char)byte;
        *is_apart = true;
    }
    return '\0';
}

size_t title_letters(palpate_view text)
{
    bool is_apart = false;
    size_t count = 0;

    for (size_t place = 0; letter_at(text, &place, &is_apart) != '\0';)
        count++;
    return count;
}

static uint64_t hash_letter(uint64_t hash, char letter)
{
    return (hash ^ (unsigned char)letter) * UINT64_C(0x100000001B3);
}

static const uint64_t START = UINT64_C(0xCBF29CE484222325);

uint64_t title_hash(palpate_view text)
{
    uint64_t hash = START;
    bool is_apart = false;
    size_t place = 0;

    for (;;) {
        char letter = letter_at(text, &place, &is_apart);
        if (letter == '\0')
            return hash;
        hash = hash_letter(hash, letter);
    }
}

bool title_starts_with(palpate_view text, palpate_view start)
{
    bool is_apart = false;
    size_t place = 0;
    size_t other = 0;

    for (;;) {
        char wanted = letter_at(start, &other, &is_apart);
        if (wanted == '\0')
            return true;
        if (letter_at(text, &place, &is_apart) != wanted)
            return false;
    }
}

bool title_is_same(palpate_view a, palpate_view b)
{
    return title_starts_with(a, b) && title_starts_with(b, a);
}

/* Whether the bytes at `place` are a sign of Chinese or Japanese, which is written
   without spaces: each is a word. */
static bool is_sign(palpate_view text, size_t place)
{
    unsigned char first = (unsigned char)text.data[place];

    return first >= 0xE3 && first <= 0xE9 && place + 2 < text.size;
}

static void append_word(struct title_words *words, uint64_t *hash)
{
    if (*hash != START && words->count < TITLE_WORDS)
        words->hashes[words->count++] = (uint32_t)(*hash ^ *hash >> 32);
    *hash = START;
}

struct title_words title_words_of(palpate_view text)
{
    struct title_words words = { .count = 0 };
    uint64_t hash = START;
    size_t place = 0;

    while (words.count < TITLE_WORDS) {
        bool is_apart = false;
        char letter = letter_at(text, &place, &is_apart);
        bool starts_sign = letter != '\0' && is_sign(text, place - 1);
        if (is_apart || letter == '\0' || starts_sign)
            append_word(&words, &hash);
        if (letter == '\0')
            break;
        hash = hash_letter(hash, letter);
        if (!starts_sign)
            continue;
        hash = hash_letter(hash, text.data[place]);
        hash = hash_letter(hash, text.data[place + 1]);
        place += 2;
        append_word(&words, &hash);
    }
    return words;
}

uint32_t title_shared(const struct title_words *a, const struct title_words *b)
{
    uint32_t shared = 0;

    for (uint32_t i = 0; i < a->count; i++) {
        uint32_t k = 0;
        while (k < b->count && a->hashes[i] != b->hashes[k])
            k++;
        shared += k < b->count;
    }
    return shared;
}

uint32_t title_likeness(const struct title_words *a, const struct title_words *b)
{
    uint32_t shared = title_shared(a, b);
    uint32_t all = a->count + b->count;

    return all <= shared ? 0 : 100 * shared / (all - shared);
}

/* The size of what parts a title at `place`, or 0. */
static size_t joint_at(palpate_view text, size_t place, enum title_joint *joint)
{
    static const struct {
        palpate_view bytes;
        enum title_joint joint;
    } JOINTS[] = { { PALPATE_VIEW_INIT(": "), JOINT_COLON },
        { PALPATE_VIEW_INIT(" - "), JOINT_DASH },
        { PALPATE_VIEW_INIT(" \xE2\x80\x93 "), JOINT_DASH },
        { PALPATE_VIEW_INIT(" \xE2\x80\x94 "), JOINT_DASH },
        { PALPATE_VIEW_INIT(" -- "), JOINT_DASH },
        { PALPATE_VIEW_INIT(" | "), JOINT_BAR }, { PALPATE_VIEW_INIT("|"), JOINT_BAR },
        { PALPATE_VIEW_INIT(" \xC2\xB7 "), JOINT_OTHER },
        { PALPATE_VIEW_INIT(" \xE2\x80\xA2 "), JOINT_OTHER },
        { PALPATE_VIEW_INIT(" \xC2\xBB "), JOINT_OTHER },
        { PALPATE_VIEW_INIT(" \xC2\xAB "), JOINT_OTHER },
        { PALPATE_VIEW_INIT(" / "), JOINT_OTHER },
        { PALPATE_VIEW_INIT(" // "), JOINT_OTHER },
        { PALPATE_VIEW_INIT(" :: "), JOINT_OTHER },
        { PALPATE_VIEW_INIT(" : "), JOINT_OTHER },
        { PALPATE_VIEW_INIT(" ~ "), JOINT_OTHER },
        { PALPATE_VIEW_INIT(" > "), JOINT_OTHER },
        { PALPATE_VIEW_INIT(" < "), JOINT_OTHER },
        { PALPATE_VIEW_INIT(" \xE2\x8B\x85 "), JOINT_OTHER },
        { PALPATE_VIEW_INIT(" \xEF\xBD\x9C "), JOINT_BAR } };
    palpate_view rest = view_slice(text, place, text.size);

    if (rest.size == 0 || rest.data == NULL ||
            (rest.data[0] != ' ' && rest.data[0] != '|' && rest.data[0] != ':'))
        return 0;
    for (size_t i = 0; i < sizeof JOINTS / sizeof *JOINTS; i++) {
        if (!view_starts_with(rest, JOINTS[i].bytes))
            continue;
        *joint = JOINTS[i].joint;
        return JOINTS[i].bytes.size;
    }
    return 0;
}

struct title_parts title_parts_of(palpate_view text)
{
    struct title_parts parts = { .count = 0 };
    enum title_joint before = JOINT_NONE;
    size_t start = 0;

    for (size_t place = 1; place < text.size && parts.count + 1 < TITLE_PARTS;
            place++) {
        enum title_joint joint = JOINT_NONE;
        size_t size = joint_at(text, place, &joint);
        if (size == 0)
            continue;
        parts.before[parts.count] = before;
        parts.items[parts.count++] = view_slice(text, start, place - start);
        before = joint;
        start = place + size;
        place = start - 1;
    }
    parts.before[parts.count] = before;
    parts.items[parts.count++] = view_slice(text, start, text.size);
    return parts;
}

bool title_is_name_of(palpate_view part, palpate_view name)
{
    if (part.size == 0 || name.size == 0)
        return false;
    if (title_is_same(part, name))
        return true;
    size_t of_part = title_letters(part);
    size_t of_name = title_letters(name);
    return of_part >= MIN_BRAND && of_name >= MIN_BRAND && of_part <= 2 * of_name &&
           of_name <= 2 * of_part &&
           (title_starts_with(part, name) || title_starts_with(name, part));
}

bool title_is_of_host(palpate_view part, palpate_view host)
{
    if (part.size == 0)
        return false;
    while (host.size > 0) {
        size_t end = view_find(host, PALPATE_VIEW("."));
        if (end == host.size)
            return false; /* the top level */
        if (title_is_name_of(part, view_slice(host, 0, end)) ||
                title_is_same(part, host))
            return true;
        host = view_slice(host, end + 1, host.size);
    }
    return false;
}
