#include "indexer/metadata/names.h"

#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "core/ascii.h"
#include "core/view.h"
#include "indexer/metadata/letters.h"
#include "indexer/metadata/name_label.h"

enum {
    NAME_SIZE = 200, /* bytes of a list of names; longer is prose */
    LIKELY_SIZE = 60,
    LIKELY_WORDS = 6
};

#define WORD(word) PALPATE_VIEW_INIT(word),
static const palpate_view PARTICLES[] = {
#include "words/mul/name_particles.inc"
};
static const palpate_view COMMON[] = {
#include "words/en/beside_names.inc"
#include "words/mul/beside_names.inc"
};
static const palpate_view NOBODIES[] = {
#include "words/mul/no_names.inc"
};
static const palpate_view ORGANIZATIONS[] = {
#include "words/mul/organizations.inc"
};
static const palpate_view JOINTS[] = {
#include "words/mul/name_joints.inc"
};
static const palpate_view TEAMS[] = {
#include "words/en/teams.inc"
};
#undef WORD

static bool is_among(palpate_view word, const palpate_view *words, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (word.size == words[i].size && view_equals_ignoring_case(word, words[i]))
            return true;
    return false;
}

static bool is_address(palpate_view text)
{
    return view_find(text, PALPATE_VIEW("://")) < text.size ||
           view_starts_with(text, PALPATE_VIEW("www.")) ||
           view_starts_with(text, PALPATE_VIEW("/")) ||
           view_starts_with(text, PALPATE_VIEW("@")) ||
           view_starts_with(text, PALPATE_VIEW("#"));
}

static bool has_letter(palpate_view text)
{
    for (size_t i = 0; i < text.size; i++)
        if (ascii_is_letter(text.data[i]) || (unsigned char)text.data[i] >= 0x80)
            return true;
    return false;
}

/* The text without a mark at one of its ends, or as it was. */
static palpate_view trim_mark(palpate_view text)
{
    static const palpate_view MARKS[] = {
        PALPATE_VIEW_INIT(","),
        PALPATE_VIEW_INIT("|"),
        PALPATE_VIEW_INIT("\xE2\x80\xA2"),
        PALPATE_VIEW_INIT("\xC2\xB7"),
        PALPATE_VIEW_INIT("\xE2\x80\x93"),
        PALPATE_VIEW_INIT("\xE2\x80\x94"),
        PALPATE_VIEW_INIT("-"),
        PALPATE_VIEW_INIT("/"),
        PALPATE_VIEW_INIT(";"),
        PALPATE_VIEW_INIT("*"),
        PALPATE_VIEW_INIT(":"),
#define WORD(word) PALPATE_VIEW_INIT(" " word),
#include "words/mul/after_names.inc"
#undef WORD
    };

    for (size_t i = 0; i < sizeof MARKS / sizeof *MARKS; i++) {
        if (view_ends_with(text, MARKS[i]))
            return view_slice(text, 0, text.size - MARKS[i].size);
        if (view_starts_with(text, MARKS[i]))
            return view_slice(text, MARKS[i].size, text.size);
    }
    return text;
}

/* Without the dots, bars and commas that separate a name from what stands beside it. */
static palpate_view trim_marks(palpate_view text)
{
    size_t before = 0;

    do {
        before = text.size;
        text = trim_mark(view_trim(text));
    } while (text.size != before);
    return text;
}

/* Without what else is written beside a name: "Jane Doe (Bern) @jane" as "Jane Doe". */
static palpate_view without_account(palpate_view text)
{
    size_t at = view_find(text, PALPATE_VIEW(" @"));

    return at < text.size ? view_slice(text, 0, at) : text;
}

/* Without "By", "Reviewed by" and what else may stand before a name. */
static palpate_view without_labels(palpate_view text)
{
    size_t size = 0;

    for (enum name_label label = name_label(text, &size); label != LABEL_NONE;
            label = name_label(text, &size)) {
        palpate_view rest = view_slice(text, size, text.size);
        if (label == LABEL_OTHER)
            return (palpate_view){ "", 0 };
        if (label == LABEL_PARTICLE && rest.size > 0 && !name_are_likely(rest, false))
            break;
        text = rest;
    }
    return text;
}

palpate_view name_clean(palpate_view text)
{
    const palpate_view nothing = { "", 0 };

    if (text.data == NULL)
        return text; /* memory was out */
    text = trim_marks(without_account(without_labels(view_trim(text))));
    if (text.size == 0 || text.size > NAME_SIZE || is_address(text) ||
            !has_letter(text) ||
            is_among(text, NOBODIES, sizeof NOBODIES / sizeof *NOBODIES))
        return nothing;
    return text;
}

/* Never part of a name. */
static bool is_common(palpate_view word)
{
    return is_among(word, COMMON, sizeof COMMON / sizeof *COMMON);
}

/* "USE", "NOC": short and all in capitals, as no one's name is. */
static bool is_acronym(palpate_view word)
{
    for (size_t i = 0; i < word.size; i++)
        if (!ascii_is_upper(word.data[i]))
            return false;
    return word.size >= 2 && word.size <= 4;
}

/* "van", "de", "la", "and": small words inside names. */
static bool is_particle(palpate_view word)
{
    for (size_t i = 0; i < sizeof PARTICLES / sizeof *PARTICLES; i++)
        if (view_equals(PARTICLES[i], word))
            return true;
    return false;
}

static bool has_no_name_in_it(palpate_view text)
{
    static const char MARKS[] = "0123456789?!:;/|@#$%*()[]{}<>=_\"+";
    static const palpate_view SIGNS[] = { PALPATE_VIEW_INIT("\xC2\xBB"),
        PALPATE_VIEW_INIT("\xC2\xAB"), PALPATE_VIEW_INIT("\xE2\x80\xBA"),
        PALPATE_VIEW_INIT("\xE2\x86\x92"), PALPATE_VIEW_INIT("\xE2\x80\xA6"),
        PALPATE_VIEW_INIT("\xE2\x80\x9E"), PALPATE_VIEW_INIT("\xE2\x80\x9C") };

    for (size_t i = 0; i < sizeof SIGNS / sizeof *SIGNS; i++)
        if (view_find(text, SIGNS[i]) < text.size)
            return true;

    for (size_t i = 0; i < text.size; i++)
        if (strchr(MARKS, text.data[i]) != NULL)
            return true;
    return false;
}

/* "med." in "Dr. med. Jane Doe", "v." in "John v. Berg": shortened words in small
   letters, as degrees are in many languages. */
static bool is_shortened(palpate_view word)
{
    enum { LONGEST = 6 };

    for (size_t i = 0; i + 1 < word.size; i++)
        if (!ascii_is_lower(word.data[i]))
            return false;
    return word.size > 1 && word.size <= LONGEST &&
           view_ends_with(word, PALPATE_VIEW("."));
}

bool name_is_likely(palpate_view text, bool is_labelled)
{
    size_t words = 0;
    size_t capitals = 0;

    if (text.size < 3 || text.size > LIKELY_SIZE || has_no_name_in_it(text))
        return false;
    for (size_t end = 0; text.size > 0; text = view_slice(text, end + 1, text.size)) {
        end = view_find(text, PALPATE_VIEW(" "));
        palpate_view word = trim_marks(view_slice(text, 0, end));
        if (word.size == 0 || is_particle(word) || is_shortened(word))
            continue;
        if (ascii_is_lower(word.data[0]) || (!is_labelled && is_common(word)) ||
                (!is_labelled && words < 2 && is_acronym(word)))
            return false;
        words++;
        capitals += !ascii_is_lower(word.data[0]);
    }
    return words >= (is_labelled ? 1 : 2) && words <= LIKELY_WORDS && capitals > 0;
}

bool name_is_account(palpate_view text)
{
    if (text.size < 3 || text.size > LIKELY_SIZE / 2 || !has_letter(text))
        return false;
    for (size_t i = 0; i < text.size; i++)
        if (ascii_is_blank(text.data[i]) ||
                strchr("?!:;/|()[]{}<>=,\"", text.data[i]) != NULL)
            return false;
    return !is_common(text);
}

bool name_is_team(palpate_view text)
{
    enum { MAX_WORDS = 5 };
    uint32_t words = 1;
    size_t last = 0;

    if (text.size == 0 || text.size > LIKELY_SIZE || !ascii_is_upper(text.data[0]))
        return false;
    for (size_t i = 0; i < text.size; i++) {
        if (strchr("?!:;/|()[]{}<>=.\"", text.data[i]) != NULL)
            return false;
        if (text.data[i] == ' ') {
            words++;
            last = i + 1;
        }
    }
    if (words < 2 || words > MAX_WORDS)
        return false;
    return is_among(
            view_slice(text, last, text.size), TEAMS, sizeof TEAMS / sizeof *TEAMS);
}

size_t name_joint_at(palpate_view text, size_t place)
{
    palpate_view rest = view_slice(text, place, text.size);

    if (view_starts_with(rest, PALPATE_VIEW(", ")))
        return 2;
    if (view_starts_with(rest, PALPATE_VIEW("\xE3\x80\x81")))
        return 3;
    if (letters_byte_at(text, place) != ' ')
        return 0;
    for (size_t i = 0; i < sizeof JOINTS / sizeof *JOINTS; i++) {
        size_t size = JOINTS[i].size;
        if (view_equals_ignoring_case(view_slice(text, place + 1, size), JOINTS[i]) &&
                letters_byte_at(text, place + 1 + size) == ' ')
            return size + 2;
    }
    return 0;
}

bool name_are_likely(palpate_view text, bool is_labelled)
{
    enum { MAX_NAMES = 12 };
    size_t count = 0;

    if (name_is_likely(text, is_labelled))
        return true;
    for (; text.size > 0 && count < MAX_NAMES; count++) {
        size_t end = 0;
        while (end < text.size && name_joint_at(text, end) == 0)
            end++;
        if (!name_is_likely(view_slice(text, 0, end), is_labelled && count > 0))
            return false;
        text = view_slice(text, end + name_joint_at(text, end), text.size);
        while (name_joint_at(text, 0) > 0)
            text = view_slice(text, name_joint_at(text, 0), text.size);
    }
    return text.size == 0 && count > 1;
}

/* "knees.example": a host instead of a name. */
static bool is_host(palpate_view text)
{
    size_t dot = view_find(text, PALPATE_VIEW("."));

    return text.data != NULL && dot > 1 && dot + 2 < text.size &&
           view_find(text, PALPATE_VIEW(" ")) == text.size &&
           ascii_is_lower(text.data[text.size - 1]) &&
           ascii_is_lower(text.data[dot + 1]);
}

static bool has_word_of_organizations(palpate_view text)
{
    for (size_t end = 0; text.size > 0; text = view_slice(text, end + 1, text.size)) {
        end = view_find(text, PALPATE_VIEW(" "));
        palpate_view word = trim_marks(view_slice(text, 0, end));
        if (is_among(word, ORGANIZATIONS,
                    sizeof ORGANIZATIONS / sizeof *ORGANIZATIONS) ||
                is_among(word, TEAMS, sizeof TEAMS / sizeof *TEAMS) || is_host(word))
            return true;
    }
    return false;
}

bool name_is_organization(palpate_view text)
{
    while (text.size > 0) {
        size_t end = 0;
        while (end < text.size && name_joint_at(text, end) == 0)
            end++;
        palpate_view one = view_slice(text, 0, end);
        if (!has_word_of_organizations(one) &&
                view_find(one, PALPATE_VIEW("@")) == one.size)
            return false;
        text = view_slice(text, end + name_joint_at(text, end), text.size);
    }
    return true;
}
