#include "query/language/asking.h"

#include <string.h>

#include "core/token.h"
#include "core/view.h"

/* With which a question begins, each between spaces. */
static const char QUESTION_WORDS[] =
        " am any are can could did do does had has have how is may might must shall "
        "should was were what what's when where which who whom whose why will would ";

/* Sorted by bytes.  No word of the field is among them: "pain", "stiff" or "exercise"
   name what is asked about. */
static const palpate_view ASKING_WORDS[] = {
    /* clang-format off */
    PALPATE_VIEW_INIT("able"),
    PALPATE_VIEW_INIT("actually"),
    PALPATE_VIEW_INIT("bad"),
    PALPATE_VIEW_INIT("best"),
    PALPATE_VIEW_INIT("difference"),
    PALPATE_VIEW_INIT("get"),
    PALPATE_VIEW_INIT("go"),
    PALPATE_VIEW_INIT("good"),
    PALPATE_VIEW_INIT("happen"),
    PALPATE_VIEW_INIT("happens"),
    PALPATE_VIEW_INIT("health"),
    PALPATE_VIEW_INIT("help"),
    PALPATE_VIEW_INIT("helps"),
    PALPATE_VIEW_INIT("keep"),
    PALPATE_VIEW_INIT("know"),
    PALPATE_VIEW_INIT("last"),
    PALPATE_VIEW_INIT("lasts"),
    PALPATE_VIEW_INIT("long"),
    PALPATE_VIEW_INIT("mean"),
    PALPATE_VIEW_INIT("means"),
    PALPATE_VIEW_INIT("need"),
    PALPATE_VIEW_INIT("needed"),
    PALPATE_VIEW_INIT("normal"),
    PALPATE_VIEW_INIT("ok"),
    PALPATE_VIEW_INIT("okay"),
    PALPATE_VIEW_INIT("possible"),
    PALPATE_VIEW_INIT("prevent"),
    PALPATE_VIEW_INIT("preventing"),
    PALPATE_VIEW_INIT("prevention"),
    PALPATE_VIEW_INIT("prevents"),
    PALPATE_VIEW_INIT("put"),
    PALPATE_VIEW_INIT("really"),
    PALPATE_VIEW_INIT("recommended"),
    PALPATE_VIEW_INIT("rid"),
    PALPATE_VIEW_INIT("safe"),
    PALPATE_VIEW_INIT("same"),
    PALPATE_VIEW_INIT("start"),
    PALPATE_VIEW_INIT("stop"),
    PALPATE_VIEW_INIT("take"),
    PALPATE_VIEW_INIT("takes"),
    PALPATE_VIEW_INIT("tell"),
    PALPATE_VIEW_INIT("use"),
    PALPATE_VIEW_INIT("using"),
    PALPATE_VIEW_INIT("versus"),
    PALPATE_VIEW_INIT("vs"),
    PALPATE_VIEW_INIT("want"),
    PALPATE_VIEW_INIT("way"),
    PALPATE_VIEW_INIT("work"),
    PALPATE_VIEW_INIT("works"),
    PALPATE_VIEW_INIT("worry"),
    PALPATE_VIEW_INIT("worth"),
    /* clang-format on */
};

bool is_asking_word(palpate_view folded)
{
    size_t from = 0;
    size_t to = sizeof ASKING_WORDS / sizeof *ASKING_WORDS;

    while (from < to) {
        size_t middle = from + (to - from) / 2;
        int order = view_compare(ASKING_WORDS[middle], folded);
        if (order == 0)
            return true;
        if (order < 0)
            from = middle + 1;
        else
            to = middle;
    }
    return false;
}

/* Whether `word` is one of those in `list`, which stand between spaces. */
static bool is_listed(const char *list, palpate_view word)
{
    const char *next = list;

    while ((next = strchr(next, ' ')) != NULL && *++next != '\0')
        if (strcspn(next, " ") == word.size && memcmp(next, word.data, word.size) == 0)
            return true;
    return false;
}

bool is_question(palpate_view typed)
{
    struct tokenizer tokens = tokens_of(typed);
    struct token first;
    char folded[WORD_SIZE];
    size_t size = typed.size;

    while (size > 0 && typed.data[size - 1] == ' ')
        size--;
    if (size > 0 && typed.data[size - 1] == '?')
        return true;
    if (!token_next(&tokens, &first))
        return false;
    palpate_view word = { folded,
        word_fold(view_slice(typed, first.offset, first.size), folded) };
    return is_listed(QUESTION_WORDS, word);
}
