#include "query/language/safety.h"

#include "core/buffer.h"
#include "core/fail.h"
#include "core/view.h"
#include "query/language/asked_words.h"

enum {
    REACH = 5 /* words after "with" among which the state begins: "on a low dose of" */
};

enum safety_role {
    ROLE_ASKS,
    ROLE_MAY,
    ROLE_ELSE,
    ROLE_LEADS,
    ROLE_STATE,
    ROLE_DRUG_END
};

#define WORD(words, role) { PALPATE_VIEW_INIT(words), ROLE_##role },
static const struct {
    palpate_view words;
    enum safety_role role;
} WORDS[] = {
#include "words/en/safety.inc"
};

/* The word that starts at `place`, without the space after it. */
static palpate_view word_at(palpate_view words, size_t place)
{
    palpate_view rest = view_slice(words, place, words.size);

    return view_slice(rest, 0, view_find(rest, PALPATE_VIEW(" ")));
}

/* The names of drugs are too many to list, but few ends are theirs: "apixaban". */
static bool ends_as_drug(palpate_view word, palpate_view end)
{
    return word.size > end.size + 1 &&
           (view_ends_with(word, end) ||
                   (view_ends_with(word, PALPATE_VIEW("s")) &&
                           view_ends_with(view_slice(word, 0, word.size - 1), end)));
}

/* Whether what starts at `place` has a role. */
static bool has_role(palpate_view words, size_t place, enum safety_role role)
{
    palpate_view rest = view_slice(words, place, words.size);

    for (size_t i = 0; i < sizeof WORDS / sizeof *WORDS; i++) {
        if (WORDS[i].role != role)
            continue;
        if (role == ROLE_DRUG_END ? ends_as_drug(word_at(words, place), WORDS[i].words)
                                  : view_starts_with(rest, WORDS[i].words))
            return true;
    }
    return false;
}

/* Whether the words from `place` on, the first of which leads, come to a state. */
static bool leads_to_state(palpate_view words, size_t place)
{
    for (int i = 0; i < REACH; i++) {
        place += word_at(words, place).size + 1;
        if (place >= words.size)
            return false;
        if (has_role(words, place, ROLE_STATE) || has_role(words, place, ROLE_DRUG_END))
            return true;
    }
    return false;
}

static bool asks(palpate_view words)
{
    bool is_else = false;  /* the word before asks for something else */
    bool has_else = false; /* or one further in front */

    for (size_t place = 0; place < words.size;
            place += word_at(words, place).size + 1) {
        if (!is_else && has_role(words, place, ROLE_ASKS))
            return true;
        if (!has_else && has_role(words, place, ROLE_MAY))
            return true;
        if (has_role(words, place, ROLE_LEADS) && leads_to_state(words, place))
            return true;
        is_else = has_role(words, place, ROLE_ELSE);
        has_else |= is_else;
    }
    return false;
}

palpate_status safety_is_asked(
        bool *out, const struct query_tree *tree, palpate_error *err)
{
    struct buffer words = { 0 };

    asked_words_append(&words, tree);
    bool failed = words.failed;
    palpate_view text = buffer_view(&words);
    *out = !failed && asks(view_slice(text, 1, text.size)); /* after the first space */
    buffer_free(&words);
    return failed ? fail(err, PALPATE_NO_MEMORY, "out of memory for a question")
                  : PALPATE_OK;
}
