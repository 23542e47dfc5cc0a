#include "query/expand/compound_words.h"

#include <string.h>

#include "core/fail.h"
#include "core/utf8.h"
#include "core/view.h"

enum {
    SHORTEST_PART = 3, /* bytes of a folded part: Arm, Ohr, Knie */
    SHORTEST_LAST = 4, /* … of the last one, which says what it is */
    SHORTEST_WORD = SHORTEST_PART + SHORTEST_LAST,
    MOST_PARTS = 3
};

/* What stands between the parts of a compound: Rückenschmerz, Arbeitsplatz,
   Ohrenschmerz, Schulterschmerz, where the stem has lost it. */
static const palpate_view JOINTS[] = { PALPATE_VIEW_INIT(""), PALPATE_VIEW_INIT("s"),
    PALPATE_VIEW_INIT("n"), PALPATE_VIEW_INIT("en"), PALPATE_VIEW_INIT("e"),
    PALPATE_VIEW_INIT("er"), PALPATE_VIEW_INIT("es") };

/* A word and where it may be cut. */
struct cut_word {
    const struct synonym_lookup *lookup;
    const struct stemming *language; /* of the question */
    palpate_view folded;
    size_t cuts[MOST_PARTS - 1]; /* the best so far; 0 for none */
    size_t shortest;             /* bytes of the shortest part that they make */
};

/* Whether some passage has all of the words. */
static palpate_status meet(bool *do_meet, const struct synonym_lookup *lookup,
        palpate_view *words, uint32_t count)
{
    const struct query_context any = { words, count };

    return lookup->request->meets(
            lookup->request->user, do_meet, words, count, &any, lookup->err);
}

/* Endings that make words, and are no words: Handl-ung. */
static bool is_ending(palpate_view part)
{
    static const palpate_view ENDINGS[] = { PALPATE_VIEW_INIT("haft"),
        PALPATE_VIEW_INIT("heit"), PALPATE_VIEW_INIT("isch"), PALPATE_VIEW_INIT("keit"),
        PALPATE_VIEW_INIT("lich"), PALPATE_VIEW_INIT("ling"),
        PALPATE_VIEW_INIT("ning") };

    for (size_t i = 0; i < sizeof ENDINGS / sizeof *ENDINGS; i++)
        if (view_starts_with(part, ENDINGS[i]) && part.size <= ENDINGS[i].size + 2)
            return true;
    return part.size <= SHORTEST_LAST + 2 && view_find(part, PALPATE_VIEW("ung")) == 1;
}

/* Whether a part is a word of the index that says something. */
static palpate_status is_word(
        bool *is_word, const struct cut_word *word, palpate_view part)
{
    const struct stemming *language = word->language;

    *is_word = false;
    if (is_stop_word(part) || is_ending(part) ||
            (language != NULL && stemming_has_stop_word(language, part)))
        return PALPATE_OK;
    return meet(is_word, word->lookup, &part, 1);
}

/* Keeps a cut if some passage has all parts, and their shortest is longer than what was
   found before: of two ways to read a word the even one is the likely one. */
static palpate_status try_cuts(struct cut_word *word, size_t first, size_t second)
{
    palpate_view parts[MOST_PARTS];
    uint32_t count = 0;
    size_t ends[] = { first, second, word->folded.size };
    size_t start = 0;
    size_t shortest = word->folded.size;
    bool is_met = false;

    for (size_t i = 0; i < MOST_PARTS; i++) {
        if (ends[i] == 0)
            continue;
        parts[count++] = view_slice(word->folded, start, ends[i]);
        shortest = ends[i] - start < shortest ? ends[i] - start : shortest;
        start = ends[i];
    }
    if (shortest <= word->shortest)
        return PALPATE_OK;
    palpate_status status = meet(&is_met, word->lookup, parts, count);
    if (is_met) {
        word->cuts[0] = first;
        word->cuts[1] = second;
        word->shortest = shortest;
    }
    return status;
}

/* Where words of the index end and start in a word. */
struct borders {
    bool starts[WORD_SIZE + 1]; /* a first word ends here */
    bool ends[WORD_SIZE + 1];   /* a last word starts here */
};

/* Finds the borders, and tries each that is both. */
static palpate_status cut_in_two(struct cut_word *word, struct borders *borders)
{
    const size_t size = word->folded.size;
    palpate_status status = PALPATE_OK;

    for (size_t i = SHORTEST_PART; status == PALPATE_OK && i + SHORTEST_LAST <= size;
            i++) {
        status = is_word(&borders->starts[i], word, view_slice(word->folded, 0, i));
        if (status == PALPATE_OK)
            status =
                    is_word(&borders->ends[i], word, view_slice(word->folded, i, size));
        if (status == PALPATE_OK && borders->starts[i] && borders->ends[i])
            status = try_cuts(word, i, 0);
    }
    return status;
}

/* Tries the words that lie between a first one, which ends at `first`, and a last one.
 */
static palpate_status cut_rest(
        struct cut_word *word, const struct borders *borders, size_t first)
{
    palpate_status status = PALPATE_OK;

    for (size_t i = first + SHORTEST_PART;
            status == PALPATE_OK && i + SHORTEST_LAST <= word->folded.size; i++) {
        bool is_between = false;
        if (!borders->ends[i])
            continue;
        status = is_word(&is_between, word, view_slice(word->folded, first, i));
        if (status == PALPATE_OK && is_between)
            status = try_cuts(word, first, i);
    }
    return status;
}

/* Cuts a word in two; where nothing fits, in three. */
static palpate_status cut(struct cut_word *word)
{
    struct borders borders = { { false }, { false } };
    palpate_status status = cut_in_two(word, &borders);

    if (word->shortest > 0)
        return status;
    for (size_t i = SHORTEST_PART;
            status == PALPATE_OK && i + SHORTEST_LAST <= word->folded.size; i++)
        if (borders.starts[i])
            status = cut_rest(word, &borders, i);
    return status;
}

/* The byte of the typed word where the folded one has `cut`, if each letter is one of
   both, as ü is of u; else 0. */
static size_t typed_cut(palpate_view typed, palpate_view folded, size_t cut)
{
    size_t letters = 0;
    size_t size = 0;
    size_t found = 0;

    for (size_t place = 0; place < typed.size; place += size) {
        (void)utf8_decode(typed, place, &size);
        found = letters++ == cut ? place : found;
    }
    return letters == folded.size ? found : 0;
}

/* Writes the parts with a space between them, as they were typed if that is known. */
static void write_parts(
        struct buffer *out, const struct cut_word *word, palpate_view typed)
{
    palpate_view text = word->folded;
    size_t places[MOST_PARTS] = { word->cuts[0], word->cuts[1], 0 };
    bool is_typed = true;
    size_t start = 0;

    for (size_t i = 0; i + 1 < MOST_PARTS; i++)
        is_typed &=
                word->cuts[i] == 0 || typed_cut(typed, word->folded, word->cuts[i]) > 0;
    if (is_typed) {
        text = typed;
        for (size_t i = 0; i + 1 < MOST_PARTS; i++)
            places[i] = word->cuts[i] == 0
                                ? 0
                                : typed_cut(typed, word->folded, word->cuts[i]);
    }
    for (size_t i = 0; places[i] > 0; i++) {
        buffer_append(out, view_slice(text, start, places[i]));
        buffer_append_byte(out, ' ');
        start = places[i];
    }
    buffer_append(out, view_slice(text, start, text.size));
}

/* Puts a name after the others. */
static palpate_status add_name(struct thesaurus_name **names, uint32_t *count,
        const struct synonym_lookup *lookup, palpate_view text)
{
    struct arena *arena = lookup->request->arena;
    struct thesaurus_name *all = arena_zeroed(arena, (size_t)*count + 1, sizeof *all);
    palpate_view copy = arena_copy(arena, text);

    if (all == NULL || copy.data == NULL)
        return fail(lookup->err, PALPATE_NO_MEMORY, "out of memory for compound words");
    for (uint32_t i = 0; i < *count; i++)
        all[i] = (*names)[i];
    all[(*count)++] = (struct thesaurus_name){ .text = copy,
        .source = PALPATE_VIEW(COMPOUND_SOURCE),
        .relation = RELATION_SPELLING };
    *names = all;
    return PALPATE_OK;
}

static palpate_status part(struct thesaurus_name **names, uint32_t *count,
        const struct synonym_lookup *lookup, const struct query_word *typed)
{
    struct cut_word word = {
        .lookup = lookup, .language = lookup->request->language, .folded = typed->folded
    };
    struct buffer text = { 0 };

    palpate_status status = cut(&word);
    if (status != PALPATE_OK || word.shortest == 0)
        return status;
    write_parts(&text, &word, typed->typed);
    status = text.failed ? fail(lookup->err, PALPATE_NO_MEMORY,
                                   "out of memory for compound words")
                         : add_name(names, count, lookup, buffer_view(&text));
    buffer_free(&text);
    return status;
}

/* Joins two words by each of the joints, until the index has what that makes. */
static palpate_status join_two(bool *is_found, struct thesaurus_name **names,
        uint32_t *count, const struct synonym_lookup *lookup, palpate_view first,
        palpate_view second)
{
    palpate_status status = PALPATE_OK;

    for (size_t i = 0;
            status == PALPATE_OK && !*is_found && i < sizeof JOINTS / sizeof *JOINTS;
            i++) {
        char joined[WORD_SIZE];
        palpate_view word = { joined, first.size + JOINTS[i].size + second.size };
        if (word.size > sizeof joined)
            return PALPATE_OK;
        memcpy(joined, first.data, first.size);
        if (JOINTS[i].size > 0)
            memcpy(joined + first.size, JOINTS[i].data, JOINTS[i].size);
        memcpy(joined + first.size + JOINTS[i].size, second.data, second.size);
        status = meet(is_found, lookup, &word, 1);
        if (status == PALPATE_OK && *is_found)
            status = add_name(names, count, lookup, word);
    }
    return status;
}

/* Joins two words, the first as it is and by its stem. */
static palpate_status join(bool *is_found, struct thesaurus_name **names,
        uint32_t *count, const struct synonym_lookup *lookup, palpate_view first,
        palpate_view second)
{
    struct analyzer *analyzer = lookup->request->analyzer;
    char kept[WORD_SIZE];
    palpate_status status = join_two(is_found, names, count, lookup, first, second);

    if (status != PALPATE_OK || *is_found)
        return status;
    const struct stemming *spoken = analyzer_speak(analyzer, lookup->request->language);
    palpate_view stem = term_without_mark(term_of(analyzer, first));
    memcpy(kept, stem.data, stem.size);
    (void)analyzer_speak(analyzer, spoken);
    return join_two(
            is_found, names, count, lookup, (palpate_view){ kept, stem.size }, second);
}

/* The two words of a run that say something; false where it has more or less. */
static bool find_two(palpate_view words[2], struct word_run run)
{
    uint32_t count = 0;

    for (uint32_t i = 0; i < run.count; i++) {
        if (query_word_is_stop(&run.words[i]))
            continue;
        if (count == 2)
            return false;
        words[count++] = run.words[i].folded;
    }
    return count == 2 && words[0].size >= SHORTEST_PART &&
           words[1].size >= SHORTEST_PART;
}

/* Whether the index has articles in a language that joins words. */
static bool knows_compounds(const struct known_languages *known)
{
    for (uint32_t i = 0; i < known->count; i++)
        if (stemming_joins_words(known->items[i]))
            return true;
    return false;
}

palpate_status compound_words_add(struct thesaurus_name **names, uint32_t *count,
        const struct synonym_lookup *lookup, struct word_run run)
{
    const struct stemming *language = lookup->request->language;
    palpate_view words[2];
    bool is_known = language == NULL && run.count > 1;
    palpate_status status = PALPATE_OK;

    if (language == NULL ? !knows_compounds(analyzer_known(lookup->request->analyzer))
                         : !stemming_joins_words(language))
        return PALPATE_OK;
    if (run.count == 1) {
        const struct query_word *word = &run.words[0];
        palpate_view folded = word->folded;
        if (language == NULL)
            status = meet(&is_known, lookup, &folded, 1);
        return status == PALPATE_OK && !is_known && folded.size >= SHORTEST_WORD
                       ? part(names, count, lookup, word)
                       : status;
    }
    if (is_known || !find_two(words, run))
        return PALPATE_OK;
    status = join(&is_known, names, count, lookup, words[1], words[0]);
    if (status == PALPATE_OK && !is_known)
        status = join(&is_known, names, count, lookup, words[0], words[1]);
    return status;
}
