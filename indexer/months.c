#include "indexer/months.h"

#include <stddef.h>

#include "core/view.h"

/* English, German, French, Spanish, Italian, Portuguese, Dutch, the Nordic languages,
   Polish, Czech, Turkish, Indonesian and Russian, in the case that dates have. */
static const char *const MONTHS[12] = {
    "jan january januar januari janvier janv enero ene gennaio gen janeiro "
    "janu\xC3\xA1r "
    "stycznia styczen ledna ocak tammikuuta j\xC3\xA4nner "
    "\xD1\x8F\xD0\xBD\xD0\xB2\xD0\xB0\xD1\x80\xD1\x8F",
    "feb february februar februari f\xC3\xA9vrier f\xC3\xA9vr fevrier febrero febbraio "
    "fevereiro fev lutego \xC3\xBAnora \xC5\x9F"
    "ubat helmikuuta pebruari "
    "\xD1\x84\xD0\xB5\xD0\xB2\xD1\x80\xD0\xB0\xD0\xBB\xD1\x8F",
    "mar march m\xC3\xA4rz maerz mrz mars marzo mar\xC3\xA7o maart mrt marts marca "
    "b\xC5\x99"
    "ezna mart maaliskuuta maret \xD0\xBC\xD0\xB0\xD1\x80\xD1\x82\xD0\xB0",
    "apr april avril avr abril abr aprile kwietnia dubna nisan huhtikuuta "
    "\xD0\xB0\xD0\xBF\xD1\x80\xD0\xB5\xD0\xBB\xD1\x8F",
    "may mai mayo maggio mag maio mei maj maja kv\xC4\x9Btna may\xC4\xB1s toukokuuta "
    "\xD0\xBC\xD0\xB0\xD1\x8F",
    "jun june juni juin junio giugno giu junho czerwca \xC4\x8D"
    "ervna haziran kes\xC3\xA4kuuta "
    "\xD0\xB8\xD1\x8E\xD0\xBD\xD1\x8F",
    "jul july juli juillet juil julio luglio lug julho lipca \xC4\x8D"
    "ervence temmuz hein\xC3\xA4kuuta \xD0\xB8\xD1\x8E\xD0\xBB\xD1\x8F",
    "aug august ao\xC3\xBBt aout agosto ago augustus augusti sierpnia srpna "
    "a\xC4\x9Fustos elokuuta agustus agu "
    "\xD0\xB0\xD0\xB2\xD0\xB3\xD1\x83\xD1\x81\xD1\x82"
    "\xD0\xB0",
    "sep sept september septembre septiembre setiembre settembre set setembro "
    "wrze\xC5\x9Bnia z\xC3\xA1\xC5\x99\xC3\xAD eyl\xC3\xBCl syyskuuta "
    "\xD1\x81\xD0\xB5\xD0\xBD\xD1\x82\xD1\x8F\xD0\xB1\xD1\x80\xD1\x8F",
    "oct october okt oktober octobre octubre ottobre ott outubro out "
    "pa\xC5\xBA"
    "dziernika \xC5\x99\xC3\xADjna ekim lokakuuta "
    "\xD0\xBE\xD0\xBA\xD1\x82\xD1\x8F\xD0\xB1\xD1\x80\xD1\x8F",
    "nov november novembre noviembre novembro listopada listopadu kas\xC4\xB1m "
    "marraskuuta \xD0\xBD\xD0\xBE\xD1\x8F\xD0\xB1\xD1\x80\xD1\x8F",
    "dec december dez dezember d\xC3\xA9"
    "cembre d\xC3\xA9"
    "c decembre diciembre dic dicembre "
    "dezembro grudnia prosince aral\xC4\xB1k joulukuuta desember des "
    "\xD0\xB4\xD0\xB5\xD0\xBA\xD0\xB0\xD0\xB1\xD1\x80\xD1\x8F",
};

int month_of(palpate_view word)
{
    enum { SHORTEST = 3, LONGEST = 16 /* bytes */ };

    if (word.size < SHORTEST || word.size > LONGEST)
        return 0;
    for (int month = 0; month < 12; month++) {
        palpate_view names = view_of(MONTHS[month]);
        while (names.size > 0) {
            size_t end = view_find(names, PALPATE_VIEW(" "));
            if (end == word.size &&
                    view_equals_ignoring_case(view_slice(names, 0, end), word))
                return month + 1;
            names = view_slice(names, end + 1, names.size);
        }
    }
    return 0;
}
