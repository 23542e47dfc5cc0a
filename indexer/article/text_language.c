#include "indexer/article/text_language.h"

#include <stddef.h>
#include <stdint.h>

#include "core/ascii.h"
#include "core/language_words.h"
#include "core/token.h"
#include "core/view.h"
#include "indexer/article/script_language.h"

enum {
    LONGEST = 12,        /* bytes of a word that is looked up, with its accents */
    SAMPLE_WORDS = 400,  /* that are read at most */
    ROUND_WORDS = 50,    /* after which it may be clear */
    FEWEST_LETTERS = 40, /* of a text whose language is told at all */
    WEIGHT = 12,         /* of a word of one language; less where several have it */
    LONGEST_UNIT = 4     /* bytes of "mg" and "cm", which follow figures */
};

/* How much a text must have of a language to be in it. */
struct bounds {
    uint32_t words;
    uint32_t different; /* of these */
    uint32_t share;     /* one of so many words of the text */
};
/* Against what a page declares. */
static const struct bounds CLEAR = { 4, 4, 8 };
/* Where it declares nothing: what is likely is better than to read it as English. */
static const struct bounds LIKELY = { 2, 2, 16 };

/* What was seen of a text. */
struct sample {
    struct script_counts counts;
    uint32_t weight[LANGUAGE_COUNT];
    uint8_t different[LANGUAGE_COUNT];  /* words of it, each counted once */
    uint16_t seen[LANGUAGE_WORDS_MOST]; /* of each row of the list */
    uint32_t words;
    bool is_after_figure; /* the next word */
};

static bool look_up(struct sample *sample, palpate_view word)
{
    struct language_rows rows = language_words_find(word);

    for (size_t i = rows.first; i < rows.end; i++) {
        size_t weight = WEIGHT / (rows.end - rows.first);
        enum language language = language_words_at(i);
        sample->weight[language] += weight > 0 ? (uint32_t)weight : 1;
        sample->different[language] += sample->seen[i] == 0;
        sample->seen[i]++;
    }
    return rows.end > rows.first;
}

/* Letters, digits, and all beyond ASCII: no word starts in the middle of "54m". */
static bool is_of_word(char byte)
{
    return (unsigned char)byte >= 0x80 || ascii_is_alphanumeric(byte);
}

/* The next word of `*text`, taken off it; empty at the end. */
static palpate_view next_word(palpate_view *text)
{
    size_t start = 0;

    while (start < text->size && !is_of_word(text->data[start]))
        start++;
    size_t end = start;
    while (end < text->size && is_of_word(text->data[end]))
        end++;
    palpate_view word = view_slice(*text, start, end - start);
    *text = view_slice(*text, end, text->size);
    return word;
}

/* Looks a word up in small letters; false where no language has it. */
static bool is_of_list(struct sample *sample, palpate_view word, bool is_plain)
{
    char lower[LONGEST];
    char folded[WORD_SIZE];

    if (word.size > LONGEST)
        return false;
    if (!is_plain)
        return look_up(sample, (palpate_view){ folded, word_fold(word, folded) });
    for (size_t i = 0; i < word.size; i++)
        lower[i] = ascii_lower(word.data[i]);
    return look_up(sample, (palpate_view){ lower, word.size });
}

/* A table of figures and their units is in its language, too: they are no words. */
static void take_word(struct sample *sample, palpate_view word)
{
    bool may_be_unit = sample->is_after_figure && word.size <= LONGEST_UNIT;
    bool is_plain = true;

    sample->is_after_figure = ascii_is_digit(word.data[0]);
    if (sample->is_after_figure)
        return;
    for (size_t i = 0; i < word.size; i++)
        is_plain &= (unsigned char)word.data[i] < 0x80;
    if (is_plain)
        sample->counts.latin += ascii_is_letter(word.data[0]) ? (uint32_t)word.size : 0;
    else
        script_count(&sample->counts, word);
    sample->words += is_of_list(sample, word, is_plain) || !may_be_unit;
}

/* The language of most words, and the next one. */
struct ranking {
    enum language best;
    enum language next;
};

static struct ranking rank(const struct sample *sample)
{
    struct ranking ranking = { 0, 1 };

    for (unsigned i = 1; i < LANGUAGE_COUNT; i++) {
        if (sample->weight[i] > sample->weight[ranking.best])
            ranking = (struct ranking){ (enum language)i, ranking.best };
        else if (i == 1 || sample->weight[i] > sample->weight[ranking.next])
            ranking.next = (enum language)i;
    }
    return ranking;
}

/* Whether the word of a row is one of a language. */
static bool is_word_of(size_t row, enum language language)
{
    struct language_rows rows = language_words_find(language_words_word(row));

    for (size_t i = rows.first; i < rows.end; i++)
        if (language_words_at(i) == language)
            return true;
    return false;
}

/* How many words there were of a language that the other one has not. */
static uint32_t words_without(
        const struct sample *sample, enum language language, enum language other)
{
    uint32_t count = 0;

    for (size_t i = 0; i < LANGUAGE_WORDS_MOST; i++)
        if (sample->seen[i] > 0 && language_words_at(i) == language &&
                !is_word_of(i, other))
            count += sample->seen[i];
    return count;
}

/* Whether there are half as many again as of the next language; of two that have most
   words in common, as Norwegian and Danish, three times as many of those that only one
   has. */
static bool is_ahead(const struct sample *sample, const struct ranking *ranking)
{
    uint32_t weight = sample->weight[ranking->best];

    if (2 * weight >= 3 * sample->weight[ranking->next])
        return true;
    uint32_t own = words_without(sample, ranking->best, ranking->next);
    uint32_t others = words_without(sample, ranking->next, ranking->best);
    return own >= CLEAR.words && own >= 3 * others;
}

static bool is_clear(const struct sample *sample, const struct ranking *ranking,
        const struct bounds *bounds)
{
    uint32_t weight = sample->weight[ranking->best];

    return weight >= bounds->words * WEIGHT &&
           sample->different[ranking->best] >= bounds->different &&
           weight * bounds->share >= sample->words * WEIGHT &&
           is_ahead(sample, ranking);
}

/* Languages of which one may be called by the name of another. */
static bool is_near(palpate_view declared, palpate_view found)
{
    static const palpate_view NEAR[][2] = {
        { PALPATE_VIEW_INIT("nb"), PALPATE_VIEW_INIT("no") },
        { PALPATE_VIEW_INIT("nn"), PALPATE_VIEW_INIT("no") },
        { PALPATE_VIEW_INIT("sr"), PALPATE_VIEW_INIT("hr") },
        { PALPATE_VIEW_INIT("sh"), PALPATE_VIEW_INIT("hr") },
        { PALPATE_VIEW_INIT("bs"), PALPATE_VIEW_INIT("hr") },
        { PALPATE_VIEW_INIT("ms"), PALPATE_VIEW_INIT("id") },
        { PALPATE_VIEW_INIT("yue"), PALPATE_VIEW_INIT("zh") },
        { PALPATE_VIEW_INIT("lzh"), PALPATE_VIEW_INIT("zh") },
    };

    if (view_equals(declared, found))
        return true;
    for (size_t i = 0; i < sizeof NEAR / sizeof *NEAR; i++)
        if (view_equals(declared, NEAR[i][0]) && view_equals(found, NEAR[i][1]))
            return true;
    return false;
}

/* Whether a line is one of a program: its words are of no language. */
static bool is_code(palpate_view line)
{
    static const char *const SIGNS[] = { "{", "}", "==", "();" };

    for (size_t i = 0; i < sizeof SIGNS / sizeof *SIGNS; i++)
        if (view_find(line, view_of(SIGNS[i])) < line.size)
            return true;
    return false;
}

/* Reads the words of a line; true once enough is read, or the language is clear that
   was declared. */
static bool read_line(struct sample *sample, palpate_view line, palpate_view code)
{
    while (sample->words < SAMPLE_WORDS) {
        palpate_view word = next_word(&line);
        if (word.size == 0)
            return false;
        take_word(sample, word);
        if (sample->words % ROUND_WORDS > 0)
            continue;
        struct ranking ranking = rank(sample);
        if (is_near(code, language_code(ranking.best)) &&
                is_clear(sample, &ranking, &CLEAR))
            break;
    }
    return true;
}

/* Against what a page declares, or where it declares nothing, the whole sample counts:
   a note above the text may be in another language. */
static void read_sample(struct sample *sample, palpate_view text, palpate_view code)
{
    *sample = (struct sample){ .words = 0 };
    while (text.size > 0) {
        palpate_view line = view_slice(text, 0, view_find(text, PALPATE_VIEW("\n")));
        text = view_slice(text, line.size + 1, text.size);
        if (!is_code(line) && read_line(sample, line, code))
            break;
    }
}

static bool has_word(palpate_view list, palpate_view word)
{
    while (list.size > 0) {
        size_t end = view_find(list, PALPATE_VIEW(" "));
        if (view_equals(view_slice(list, 0, end), word))
            return true;
        list = view_slice(list, end + 1, list.size);
    }
    return false;
}

/* The language that a text is clearly in, and all others that are written with its
   letters where those tell no more; empty where nothing is clear. */
static palpate_view find_language(
        palpate_view text, palpate_view code, palpate_view *languages)
{
    const palpate_view nothing = { "", 0 };
    struct sample sample;
    uint32_t letters = 0;

    read_sample(&sample, text, code);
    letters = sample.counts.latin;
    for (unsigned i = 0; i < SCRIPT_COUNT; i++)
        letters += sample.counts.scripts[i];
    palpate_view found = script_language(&sample.counts, languages);
    if (letters < FEWEST_LETTERS)
        return nothing;
    if (found.size > 0)
        return found;
    struct ranking ranking = rank(&sample);
    return is_clear(&sample, &ranking, code.size == 0 ? &LIKELY : &CLEAR)
                   ? language_code(ranking.best)
                   : nothing;
}

palpate_view text_language(palpate_view declared, palpate_view text, bool *is_of_text)
{
    palpate_view languages = { "", 0 };
    palpate_view code = view_slice(declared, 0, view_find(declared, PALPATE_VIEW("-")));
    palpate_view found = find_language(text, code, &languages);

    *is_of_text = found.size > 0 && !is_near(code, found) && !has_word(languages, code);
    return *is_of_text ? found : declared;
}
