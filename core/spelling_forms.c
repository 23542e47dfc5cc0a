#include "core/spelling_forms.h"

#include <stdbool.h>
#include <string.h>

#include "core/digest.h"
#include "core/view.h"
#include "core/word_forms.h"

struct respelling {
    palpate_view from;
    palpate_view to; /* never longer */
};

/* Roots from Greek and Latin, wherever in a word they stand.  Bare "ae" and "oe" would
   also catch toes, shoes and aerobics. */
static const struct respelling ROOTS[] = {
    { PALPATE_VIEW_INIT("oedem"), PALPATE_VIEW_INIT("edem") },
    { PALPATE_VIEW_INIT("haem"), PALPATE_VIEW_INIT("hem") },
    { PALPATE_VIEW_INIT("aemia"), PALPATE_VIEW_INIT("emia") },
    { PALPATE_VIEW_INIT("aemic"), PALPATE_VIEW_INIT("emic") },
    { PALPATE_VIEW_INIT("aesth"), PALPATE_VIEW_INIT("esth") },
    { PALPATE_VIEW_INIT("aetiol"), PALPATE_VIEW_INIT("etiol") },
    { PALPATE_VIEW_INIT("caec"), PALPATE_VIEW_INIT("cec") },
    { PALPATE_VIEW_INIT("caesar"), PALPATE_VIEW_INIT("cesar") },
    { PALPATE_VIEW_INIT("coeliac"), PALPATE_VIEW_INIT("celiac") },
    { PALPATE_VIEW_INIT("faec"), PALPATE_VIEW_INIT("fec") },
    { PALPATE_VIEW_INIT("foet"), PALPATE_VIEW_INIT("fet") },
    { PALPATE_VIEW_INIT("gynaec"), PALPATE_VIEW_INIT("gynec") },
    { PALPATE_VIEW_INIT("homoeo"), PALPATE_VIEW_INIT("homeo") },
    { PALPATE_VIEW_INIT("manoeuvr"), PALPATE_VIEW_INIT("maneuvr") },
    { PALPATE_VIEW_INIT("oesoph"), PALPATE_VIEW_INIT("esoph") },
    { PALPATE_VIEW_INIT("oestr"), PALPATE_VIEW_INIT("estr") },
    { PALPATE_VIEW_INIT("paed"), PALPATE_VIEW_INIT("ped") },
    { PALPATE_VIEW_INIT("pnoea"), PALPATE_VIEW_INIT("pnea") },
    { PALPATE_VIEW_INIT("rrhoe"), PALPATE_VIEW_INIT("rrhe") },
    { PALPATE_VIEW_INIT("sulph"), PALPATE_VIEW_INIT("sulf") },
};

/* Endings; the first that fits is taken.  A word keeps at least two letters before it,
   so that "rise", "hour" and "tour" stay as they are. */
static const struct respelling ENDINGS[] = {
    { PALPATE_VIEW_INIT("isation"), PALPATE_VIEW_INIT("ization") },
    { PALPATE_VIEW_INIT("isations"), PALPATE_VIEW_INIT("izations") },
    { PALPATE_VIEW_INIT("ise"), PALPATE_VIEW_INIT("ize") },
    { PALPATE_VIEW_INIT("ised"), PALPATE_VIEW_INIT("ized") },
    { PALPATE_VIEW_INIT("iser"), PALPATE_VIEW_INIT("izer") },
    { PALPATE_VIEW_INIT("isers"), PALPATE_VIEW_INIT("izers") },
    { PALPATE_VIEW_INIT("ises"), PALPATE_VIEW_INIT("izes") },
    { PALPATE_VIEW_INIT("ising"), PALPATE_VIEW_INIT("izing") },
    { PALPATE_VIEW_INIT("isely"), PALPATE_VIEW_INIT("izely") },
    { PALPATE_VIEW_INIT("isable"), PALPATE_VIEW_INIT("izable") },
    { PALPATE_VIEW_INIT("isement"), PALPATE_VIEW_INIT("izement") },
    { PALPATE_VIEW_INIT("isements"), PALPATE_VIEW_INIT("izements") },
    { PALPATE_VIEW_INIT("isingly"), PALPATE_VIEW_INIT("izingly") },
    { PALPATE_VIEW_INIT("yse"), PALPATE_VIEW_INIT("yze") },
    { PALPATE_VIEW_INIT("ysed"), PALPATE_VIEW_INIT("yzed") },
    { PALPATE_VIEW_INIT("yses"), PALPATE_VIEW_INIT("yzes") },
    { PALPATE_VIEW_INIT("ysing"), PALPATE_VIEW_INIT("yzing") },
    { PALPATE_VIEW_INIT("our"), PALPATE_VIEW_INIT("or") },
    { PALPATE_VIEW_INIT("ours"), PALPATE_VIEW_INIT("ors") },
    { PALPATE_VIEW_INIT("oured"), PALPATE_VIEW_INIT("ored") },
    { PALPATE_VIEW_INIT("ouring"), PALPATE_VIEW_INIT("oring") },
    { PALPATE_VIEW_INIT("oural"), PALPATE_VIEW_INIT("oral") },
    { PALPATE_VIEW_INIT("ourable"), PALPATE_VIEW_INIT("orable") },
    { PALPATE_VIEW_INIT("uvre"), PALPATE_VIEW_INIT("uver") },
    { PALPATE_VIEW_INIT("uvres"), PALPATE_VIEW_INIT("uvers") },
    { PALPATE_VIEW_INIT("bre"), PALPATE_VIEW_INIT("ber") },
    { PALPATE_VIEW_INIT("bres"), PALPATE_VIEW_INIT("bers") },
    { PALPATE_VIEW_INIT("tre"), PALPATE_VIEW_INIT("ter") },
    { PALPATE_VIEW_INIT("tres"), PALPATE_VIEW_INIT("ters") },
    { PALPATE_VIEW_INIT("gramme"), PALPATE_VIEW_INIT("gram") },
    { PALPATE_VIEW_INIT("grammes"), PALPATE_VIEW_INIT("grams") },
    { PALPATE_VIEW_INIT("ae"), PALPATE_VIEW_INIT("a") }, /* bursae, vertebrae */
};

enum { LETTERS_BEFORE_ENDING = 2 };

/* Puts `to` where `from` stands, in place. */
static size_t respell(
        char *word, size_t size, size_t place, const struct respelling *respelling)
{
    size_t behind = place + respelling->from.size;

    memcpy(word + place, respelling->to.data, respelling->to.size);
    memmove(word + place + respelling->to.size, word + behind, size - behind);
    return size - respelling->from.size + respelling->to.size;
}

static bool may_have_root(const char *word, size_t size)
{
    for (size_t i = 0; i + 1 < size; i++)
        if ((word[i + 1] == 'e' && (word[i] == 'a' || word[i] == 'o')) ||
                (word[i + 1] == 'h' && word[i] == 'p'))
            return true;
    return false;
}

static size_t respell_roots(char *word, size_t size)
{
    if (!may_have_root(word, size))
        return size;
    for (size_t i = 0; i < sizeof ROOTS / sizeof *ROOTS; i++) {
        palpate_view view = { word, size };
        size_t place = view_find(view, ROOTS[i].from);
        if (place < size)
            size = respell(word, size, place, &ROOTS[i]);
    }
    return size;
}

static size_t respell_ending(char *word, size_t size)
{
    palpate_view view = { word, size };

    for (size_t i = 0; i < sizeof ENDINGS / sizeof *ENDINGS; i++) {
        const palpate_view from = ENDINGS[i].from;
        if (size >= from.size + LETTERS_BEFORE_ENDING && view_ends_with(view, from))
            return respell(word, size, size - from.size, &ENDINGS[i]);
    }
    return size;
}

size_t spelling_common_form(palpate_view folded, char out[WORD_SIZE])
{
    (void)word_form_of(&folded, folded);
    size_t size = folded.size < WORD_SIZE ? folded.size : WORD_SIZE;

    memcpy(out, folded.data, size);
    return respell_ending(out, respell_roots(out, size));
}

static uint64_t hash_rules(uint64_t hash, const struct respelling *rules, size_t count)
{
    for (size_t i = 0; i < count; i++)
        hash = (hash * 31 + hash_of(rules[i].from)) * 31 + hash_of(rules[i].to);
    return hash;
}

uint64_t spelling_forms_hash(void)
{
    struct respelling row;
    uint64_t hash = hash_rules(0, ROOTS, sizeof ROOTS / sizeof *ROOTS);

    hash = hash_rules(hash, ENDINGS, sizeof ENDINGS / sizeof *ENDINGS);
    for (size_t i = 0; word_form_at(&row.from, &row.to, i); i++)
        hash = hash_rules(hash, &row, 1);
    return hash;
}
