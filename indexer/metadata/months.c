#include "indexer/metadata/months.h"

#include <stddef.h>

#include "core/view.h"

/* English, German, French, Spanish, Italian, Portuguese, Dutch, the Nordic languages,
   Polish, Czech, Turkish, Indonesian and Russian, in the case that dates have; in small
   letters and sorted by bytes. */
static const struct month_name {
    palpate_view name; /* first: view_place() compares it */
    int month;
} NAMES[] = {
    /* clang-format off */
    { PALPATE_VIEW_INIT("abr"), 4 }, { PALPATE_VIEW_INIT("abril"), 4 },
    { PALPATE_VIEW_INIT("ago"), 8 }, { PALPATE_VIEW_INIT("agosto"), 8 },
    { PALPATE_VIEW_INIT("agu"), 8 }, { PALPATE_VIEW_INIT("agustus"), 8 },
    { PALPATE_VIEW_INIT("aout"), 8 }, { PALPATE_VIEW_INIT("ao\xC3\xBBt"), 8 },
    { PALPATE_VIEW_INIT("apr"), 4 }, { PALPATE_VIEW_INIT("april"), 4 },
    { PALPATE_VIEW_INIT("aprile"), 4 }, { PALPATE_VIEW_INIT("aral\xC4\xB1k"), 12 },
    { PALPATE_VIEW_INIT("aug"), 8 }, { PALPATE_VIEW_INIT("august"), 8 },
    { PALPATE_VIEW_INIT("augusti"), 8 }, { PALPATE_VIEW_INIT("augustus"), 8 },
    { PALPATE_VIEW_INIT("avr"), 4 }, { PALPATE_VIEW_INIT("avril"), 4 },
    { PALPATE_VIEW_INIT("a\xC4\x9Fustos"), 8 },
    { PALPATE_VIEW_INIT("b\xC5\x99" "ezna"), 3 }, { PALPATE_VIEW_INIT("czerwca"), 6 },
    { PALPATE_VIEW_INIT("dec"), 12 }, { PALPATE_VIEW_INIT("december"), 12 },
    { PALPATE_VIEW_INIT("decembre"), 12 }, { PALPATE_VIEW_INIT("des"), 12 },
    { PALPATE_VIEW_INIT("desember"), 12 }, { PALPATE_VIEW_INIT("dez"), 12 },
    { PALPATE_VIEW_INIT("dezember"), 12 }, { PALPATE_VIEW_INIT("dezembro"), 12 },
    { PALPATE_VIEW_INIT("dic"), 12 }, { PALPATE_VIEW_INIT("dicembre"), 12 },
    { PALPATE_VIEW_INIT("diciembre"), 12 }, { PALPATE_VIEW_INIT("dubna"), 4 },
    { PALPATE_VIEW_INIT("d\xC3\xA9" "c"), 12 },
    { PALPATE_VIEW_INIT("d\xC3\xA9" "cembre"), 12 }, { PALPATE_VIEW_INIT("ekim"), 10 },
    { PALPATE_VIEW_INIT("elokuuta"), 8 }, { PALPATE_VIEW_INIT("ene"), 1 },
    { PALPATE_VIEW_INIT("enero"), 1 }, { PALPATE_VIEW_INIT("eyl\xC3\xBCl"), 9 },
    { PALPATE_VIEW_INIT("feb"), 2 }, { PALPATE_VIEW_INIT("febbraio"), 2 },
    { PALPATE_VIEW_INIT("febrero"), 2 }, { PALPATE_VIEW_INIT("februar"), 2 },
    { PALPATE_VIEW_INIT("februari"), 2 }, { PALPATE_VIEW_INIT("february"), 2 },
    { PALPATE_VIEW_INIT("fev"), 2 }, { PALPATE_VIEW_INIT("fevereiro"), 2 },
    { PALPATE_VIEW_INIT("fevrier"), 2 }, { PALPATE_VIEW_INIT("f\xC3\xA9vr"), 2 },
    { PALPATE_VIEW_INIT("f\xC3\xA9vrier"), 2 }, { PALPATE_VIEW_INIT("gen"), 1 },
    { PALPATE_VIEW_INIT("gennaio"), 1 }, { PALPATE_VIEW_INIT("giu"), 6 },
    { PALPATE_VIEW_INIT("giugno"), 6 }, { PALPATE_VIEW_INIT("grudnia"), 12 },
    { PALPATE_VIEW_INIT("haziran"), 6 }, { PALPATE_VIEW_INIT("hein\xC3\xA4kuuta"), 7 },
    { PALPATE_VIEW_INIT("helmikuuta"), 2 }, { PALPATE_VIEW_INIT("huhtikuuta"), 4 },
    { PALPATE_VIEW_INIT("jan"), 1 }, { PALPATE_VIEW_INIT("janeiro"), 1 },
    { PALPATE_VIEW_INIT("januar"), 1 }, { PALPATE_VIEW_INIT("januari"), 1 },
    { PALPATE_VIEW_INIT("january"), 1 }, { PALPATE_VIEW_INIT("janu\xC3\xA1r"), 1 },
    { PALPATE_VIEW_INIT("janv"), 1 }, { PALPATE_VIEW_INIT("janvier"), 1 },
    { PALPATE_VIEW_INIT("joulukuuta"), 12 }, { PALPATE_VIEW_INIT("juil"), 7 },
    { PALPATE_VIEW_INIT("juillet"), 7 }, { PALPATE_VIEW_INIT("juin"), 6 },
    { PALPATE_VIEW_INIT("jul"), 7 }, { PALPATE_VIEW_INIT("julho"), 7 },
    { PALPATE_VIEW_INIT("juli"), 7 }, { PALPATE_VIEW_INIT("julio"), 7 },
    { PALPATE_VIEW_INIT("july"), 7 }, { PALPATE_VIEW_INIT("jun"), 6 },
    { PALPATE_VIEW_INIT("june"), 6 }, { PALPATE_VIEW_INIT("junho"), 6 },
    { PALPATE_VIEW_INIT("juni"), 6 }, { PALPATE_VIEW_INIT("junio"), 6 },
    { PALPATE_VIEW_INIT("j\xC3\xA4nner"), 1 },
    { PALPATE_VIEW_INIT("kas\xC4\xB1m"), 11 },
    { PALPATE_VIEW_INIT("kes\xC3\xA4kuuta"), 6 },
    { PALPATE_VIEW_INIT("kv\xC4\x9Btna"), 5 }, { PALPATE_VIEW_INIT("kwietnia"), 4 },
    { PALPATE_VIEW_INIT("ledna"), 1 }, { PALPATE_VIEW_INIT("lipca"), 7 },
    { PALPATE_VIEW_INIT("listopada"), 11 }, { PALPATE_VIEW_INIT("listopadu"), 11 },
    { PALPATE_VIEW_INIT("lokakuuta"), 10 }, { PALPATE_VIEW_INIT("lug"), 7 },
    { PALPATE_VIEW_INIT("luglio"), 7 }, { PALPATE_VIEW_INIT("lutego"), 2 },
    { PALPATE_VIEW_INIT("maaliskuuta"), 3 }, { PALPATE_VIEW_INIT("maart"), 3 },
    { PALPATE_VIEW_INIT("maerz"), 3 }, { PALPATE_VIEW_INIT("mag"), 5 },
    { PALPATE_VIEW_INIT("maggio"), 5 }, { PALPATE_VIEW_INIT("mai"), 5 },
    { PALPATE_VIEW_INIT("maio"), 5 }, { PALPATE_VIEW_INIT("maj"), 5 },
    { PALPATE_VIEW_INIT("maja"), 5 }, { PALPATE_VIEW_INIT("mar"), 3 },
    { PALPATE_VIEW_INIT("marca"), 3 }, { PALPATE_VIEW_INIT("march"), 3 },
    { PALPATE_VIEW_INIT("maret"), 3 }, { PALPATE_VIEW_INIT("marraskuuta"), 11 },
    { PALPATE_VIEW_INIT("mars"), 3 }, { PALPATE_VIEW_INIT("mart"), 3 },
    { PALPATE_VIEW_INIT("marts"), 3 }, { PALPATE_VIEW_INIT("marzo"), 3 },
    { PALPATE_VIEW_INIT("mar\xC3\xA7o"), 3 }, { PALPATE_VIEW_INIT("may"), 5 },
    { PALPATE_VIEW_INIT("mayo"), 5 }, { PALPATE_VIEW_INIT("may\xC4\xB1s"), 5 },
    { PALPATE_VIEW_INIT("mei"), 5 }, { PALPATE_VIEW_INIT("mrt"), 3 },
    { PALPATE_VIEW_INIT("mrz"), 3 }, { PALPATE_VIEW_INIT("m\xC3\xA4rz"), 3 },
    { PALPATE_VIEW_INIT("nisan"), 4 }, { PALPATE_VIEW_INIT("nov"), 11 },
    { PALPATE_VIEW_INIT("november"), 11 }, { PALPATE_VIEW_INIT("novembre"), 11 },
    { PALPATE_VIEW_INIT("novembro"), 11 }, { PALPATE_VIEW_INIT("noviembre"), 11 },
    { PALPATE_VIEW_INIT("ocak"), 1 }, { PALPATE_VIEW_INIT("oct"), 10 },
    { PALPATE_VIEW_INIT("october"), 10 }, { PALPATE_VIEW_INIT("octobre"), 10 },
    { PALPATE_VIEW_INIT("octubre"), 10 }, { PALPATE_VIEW_INIT("okt"), 10 },
    { PALPATE_VIEW_INIT("oktober"), 10 }, { PALPATE_VIEW_INIT("ott"), 10 },
    { PALPATE_VIEW_INIT("ottobre"), 10 }, { PALPATE_VIEW_INIT("out"), 10 },
    { PALPATE_VIEW_INIT("outubro"), 10 },
    { PALPATE_VIEW_INIT("pa\xC5\xBA" "dziernika"), 10 },
    { PALPATE_VIEW_INIT("pebruari"), 2 }, { PALPATE_VIEW_INIT("prosince"), 12 },
    { PALPATE_VIEW_INIT("sep"), 9 }, { PALPATE_VIEW_INIT("sept"), 9 },
    { PALPATE_VIEW_INIT("september"), 9 }, { PALPATE_VIEW_INIT("septembre"), 9 },
    { PALPATE_VIEW_INIT("septiembre"), 9 }, { PALPATE_VIEW_INIT("set"), 9 },
    { PALPATE_VIEW_INIT("setembro"), 9 }, { PALPATE_VIEW_INIT("setiembre"), 9 },
    { PALPATE_VIEW_INIT("settembre"), 9 }, { PALPATE_VIEW_INIT("sierpnia"), 8 },
    { PALPATE_VIEW_INIT("srpna"), 8 }, { PALPATE_VIEW_INIT("styczen"), 1 },
    { PALPATE_VIEW_INIT("stycznia"), 1 }, { PALPATE_VIEW_INIT("syyskuuta"), 9 },
    { PALPATE_VIEW_INIT("tammikuuta"), 1 }, { PALPATE_VIEW_INIT("temmuz"), 7 },
    { PALPATE_VIEW_INIT("toukokuuta"), 5 }, { PALPATE_VIEW_INIT("wrze\xC5\x9Bnia"), 9 },
    { PALPATE_VIEW_INIT("z\xC3\xA1\xC5\x99\xC3\xAD"), 9 },
    { PALPATE_VIEW_INIT("\xC3\xBAnora"), 2 },
    { PALPATE_VIEW_INIT("\xC4\x8D" "ervence"), 7 },
    { PALPATE_VIEW_INIT("\xC4\x8D" "ervna"), 6 },
    { PALPATE_VIEW_INIT("\xC5\x99\xC3\xADjna"), 10 },
    { PALPATE_VIEW_INIT("\xC5\x9Fubat"), 2 },
    { PALPATE_VIEW_INIT("\xD0\xB0\xD0\xB2\xD0\xB3\xD1\x83\xD1\x81\xD1\x82\xD0\xB0"), 8 },
    { PALPATE_VIEW_INIT("\xD0\xB0\xD0\xBF\xD1\x80\xD0\xB5\xD0\xBB\xD1\x8F"), 4 },
    { PALPATE_VIEW_INIT("\xD0\xB4\xD0\xB5\xD0\xBA\xD0\xB0\xD0\xB1\xD1\x80\xD1\x8F"), 12 },
    { PALPATE_VIEW_INIT("\xD0\xB8\xD1\x8E\xD0\xBB\xD1\x8F"), 7 },
    { PALPATE_VIEW_INIT("\xD0\xB8\xD1\x8E\xD0\xBD\xD1\x8F"), 6 },
    { PALPATE_VIEW_INIT("\xD0\xBC\xD0\xB0\xD1\x80\xD1\x82\xD0\xB0"), 3 },
    { PALPATE_VIEW_INIT("\xD0\xBC\xD0\xB0\xD1\x8F"), 5 },
    { PALPATE_VIEW_INIT("\xD0\xBD\xD0\xBE\xD1\x8F\xD0\xB1\xD1\x80\xD1\x8F"), 11 },
    { PALPATE_VIEW_INIT("\xD0\xBE\xD0\xBA\xD1\x82\xD1\x8F\xD0\xB1\xD1\x80\xD1\x8F"), 10 },
    { PALPATE_VIEW_INIT("\xD1\x81\xD0\xB5\xD0\xBD\xD1\x82\xD1\x8F\xD0\xB1\xD1\x80\xD1\x8F"), 9 },
    { PALPATE_VIEW_INIT("\xD1\x84\xD0\xB5\xD0\xB2\xD1\x80\xD0\xB0\xD0\xBB\xD1\x8F"), 2 },
    { PALPATE_VIEW_INIT("\xD1\x8F\xD0\xBD\xD0\xB2\xD0\xB0\xD1\x80\xD1\x8F"), 1 },
    /* clang-format on */
};

int month_of(palpate_view word)
{
    enum {
        SHORTEST = 3,
        LONGEST = 16 /* bytes */,
        COUNT = sizeof NAMES / sizeof *NAMES
    };
    char lower[LONGEST];

    if (word.size < SHORTEST || word.size > LONGEST)
        return 0;
    for (size_t i = 0; i < word.size; i++) {
        char byte = word.data[i];
        lower[i] = (char)(byte >= 'A' && byte <= 'Z' ? byte | 0x20 : byte);
    }
    size_t place = view_place(
            (palpate_view){ lower, word.size }, &NAMES[0].name, COUNT, sizeof *NAMES);
    return place < COUNT ? NAMES[place].month : 0;
}
