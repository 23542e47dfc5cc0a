#include "core/glob.h"

#include <stdint.h>
#include <string.h>

#include "core/fail.h"
#include "core/view.h"

enum {
    MAX_TEXT = 500,               /* bytes of a pattern */
    MAX_STEPS = 2 * MAX_TEXT + 4, /* "?" is two steps */
    WORDS = MAX_STEPS / 64 + 1
};

/* A set of bytes. */
struct byte_set {
    uint64_t words[4];
};

/* One byte of a set; or where it repeats, any number of them; or no byte at all, where
   it only says that the two steps after it may be left out. */
struct glob_step {
    struct byte_set set;
    bool repeats;
    bool is_optional;
};
enum { OPTIONAL_STEPS = 2 };

static void add_byte(struct byte_set *set, unsigned char byte)
{
    set->words[byte / 64] |= UINT64_C(1) << byte % 64;
}

static bool has_byte(const struct byte_set *set, unsigned char byte)
{
    return (set->words[byte / 64] >> byte % 64 & 1) != 0;
}

static void add_range(struct byte_set *set, unsigned from, unsigned to)
{
    for (unsigned byte = from; byte <= to; byte++)
        add_byte(set, (unsigned char)byte);
}

/* Takes out the slash: nothing but "**" crosses a folder. */
static void keep_in_folder(struct byte_set *set)
{
    set->words['/' / 64] &= ~(UINT64_C(1) << '/' % 64);
}

static struct glob_step *add_step(struct glob *glob, bool repeats)
{
    struct glob_step *step = &glob->steps[glob->count++];

    *step = (struct glob_step){ .repeats = repeats };
    return step;
}

static void add_literal(struct glob *glob, char byte)
{
    add_byte(&add_step(glob, false)->set, (unsigned char)byte);
}

/* The bytes of a character of UTF-8 after its first. */
static void add_rest_of_character(struct glob *glob)
{
    add_range(&add_step(glob, true)->set, 0x80, 0xBF);
}

static void add_any_character(struct glob *glob)
{
    struct glob_step *step = add_step(glob, false);

    add_range(&step->set, 1, 0x7F);
    add_range(&step->set, 0xC0, 0xFF);
    keep_in_folder(&step->set);
    add_rest_of_character(glob);
}

/* Any folders with the slash after them, or none. */
static void add_folders(struct glob *glob)
{
    add_step(glob, false)->is_optional = true;
    add_range(&add_step(glob, true)->set, 0, 0xFF);
    add_literal(glob, '/');
}

/* Reads stars; the place after them, and after a slash that belongs to them. */
static const char *add_stars(struct glob *glob, const char *at)
{
    bool starts_name = at == glob->text || at[-1] == '/';
    size_t stars = strspn(at, "*");

    at += stars;
    if (stars > 1 && starts_name && *at == '/') {
        add_folders(glob);
        return at + 1;
    }
    struct glob_step *step = add_step(glob, true);
    add_range(&step->set, 0, 0xFF);
    if (stars == 1)
        keep_in_folder(&step->set);
    return at;
}

/* Reads "[a-z]", of ASCII; the place after it, or NULL where it has no end. */
static const char *add_set(struct glob *glob, const char *at)
{
    struct glob_step *step = add_step(glob, false);
    bool is_negated = at[1] == '!' || at[1] == '^';
    const char *first = at + 1 + is_negated;

    for (at = first; *at != '\0' && (*at != ']' || at == first); at++) {
        unsigned from = (unsigned char)*at;
        bool is_range = at[1] == '-' && at[2] != ']' && at[2] != '\0';
        add_range(&step->set, from, is_range ? (unsigned char)at[2] : from);
        at += is_range ? 2 : 0;
    }
    for (size_t i = 0; is_negated && i < 4; i++)
        step->set.words[i] = ~step->set.words[i];
    keep_in_folder(&step->set);
    if (is_negated)
        add_rest_of_character(glob);
    return *at == ']' ? at + 1 : NULL;
}

/* The place after what is read, or NULL. */
static const char *add_next(struct glob *glob, const char *at)
{
    switch (*at) {
    case '*': return add_stars(glob, at);
    case '[': return add_set(glob, at);
    case '?': add_any_character(glob); return at + 1;
    case '\\': at += at[1] != '\0'; break;
    default: break;
    }
    add_literal(glob, *at);
    return at + 1;
}

static palpate_status refuse(palpate_error *err, const char *text, const char *why)
{
    return fail(err, PALPATE_BAD_ARGUMENT, "the pattern %.100s %s", text, why);
}

palpate_status glob_read(
        struct glob *out, struct arena *arena, const char *text, palpate_error *err)
{
    size_t size = strlen(text);
    const char *slash = strchr(text, '/');
    bool is_address = strstr(text, "://") != NULL;
    const char *at = text + (text[0] == '/');

    *out = (struct glob){ .text = text, .is_address = is_address };
    if (size > MAX_TEXT)
        return refuse(err, text, "is too long: it may have 500 bytes");
    if (*at == '\0')
        return refuse(err, text, "names nothing");
    if (*at == '!')
        return refuse(err, text,
                "cannot start with an exclamation mark: what is to be included has an "
                "option of its own (\\! is the character)");
    out->steps = arena_alloc(arena, MAX_STEPS * sizeof *out->steps);
    if (out->steps == NULL)
        return fail(err, PALPATE_NO_MEMORY, "out of memory for patterns");
    if (slash == NULL || slash[1] == '\0')
        add_folders(out); /* it may start at every folder */
    while (at != NULL && *at != '\0') {
        out->is_folder = !is_address && *at == '/' && at[1] == '\0';
        at = out->is_folder ? at + 1 : add_next(out, at);
    }
    return at == NULL ? refuse(err, text, "has a [ without a ]: \\[ is the character")
                      : PALPATE_OK;
}

/* Which steps may come next: those of the pattern, and its end after the last one. */
struct reached {
    uint64_t words[WORDS];
    uint16_t items[MAX_STEPS + 1];
    size_t count;
};

static void reach_one(struct reached *reached, size_t step)
{
    uint64_t bit = UINT64_C(1) << step % 64;

    if ((reached->words[step / 64] & bit) == 0)
        reached->items[reached->count++] = (uint16_t)step;
    reached->words[step / 64] |= bit;
}

/* Reaches a step, and those after it that it may be left out for. */
static void reach(struct reached *reached, const struct glob *glob, size_t step)
{
    size_t done = reached->count;

    reach_one(reached, step);
    for (; done < reached->count; done++) {
        step = reached->items[done];
        bool is_optional = step < glob->count && glob->steps[step].is_optional;
        if (step < glob->count && (glob->steps[step].repeats || is_optional))
            reach_one(reached, step + 1);
        if (is_optional)
            reach_one(reached, step + 1 + OPTIONAL_STEPS);
    }
}

static bool is_at_end(const struct reached *reached, const struct glob *glob)
{
    return (reached->words[glob->count / 64] >> glob->count % 64 & 1) != 0;
}

static void advance(struct reached *next, const struct reached *now,
        const struct glob *glob, unsigned char byte)
{
    memset(next->words, 0, sizeof next->words);
    next->count = 0;
    for (size_t i = 0; i < now->count; i++) {
        size_t step = now->items[i];
        if (step < glob->count && has_byte(&glob->steps[step].set, byte))
            reach(next, glob, step + !glob->steps[step].repeats);
    }
}

bool glob_matches(const struct glob *glob, palpate_view path, bool is_folder)
{
    struct reached both[2] = { { .count = 0 } };
    struct reached *now = &both[0];

    reach(now, glob, 0);
    for (size_t i = 0; i < path.size && now->count > 0; i++) {
        struct reached *next = now == &both[0] ? &both[1] : &both[0];
        if (path.data[i] == '/' && i > 0 && is_at_end(now, glob))
            return true;
        advance(next, now, glob, (unsigned char)path.data[i]);
        now = next;
    }
    return (is_folder || !glob->is_folder) && is_at_end(now, glob);
}
