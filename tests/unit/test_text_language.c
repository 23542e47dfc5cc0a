#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "core/view.h"
#include "fixture_page.h"
#include "indexer/article/text_language.h"

#define ENGLISH                                                                     \
    "A stiff knee is common after a long rest, and most people find that it eases " \
    "with a few slow bends in the morning. It is not a sign of damage."
#define GERMAN                                                                        \
    "Ein steifes Knie ist nach einer langen Pause häufig, und bei den meisten wird " \
    "es "                                                                             \
    "mit ein paar langsamen Bewegungen am Morgen besser. Das ist kein Schaden."

struct sample {
    const char *language;
    const char *text;
};

static bool is_of_text;

static void assert_language(
        const char *declared, const char *text, const char *expected)
{
    page_assert(text_language(view_of(declared), view_of(text), &is_of_text), expected);
}

static void what_a_page_declares_is_believed(void **state)
{
    (void)state;
    assert_language("en-gb", ENGLISH, "en-gb");
    assert_false(is_of_text);
    assert_language("de", GERMAN, "de");
    assert_language("gsw", "Knie.", "gsw");
    assert_language("", "Knie.", "");
    assert_false(is_of_text);
}

static void a_text_in_another_language_is_in_its_own(void **state)
{
    (void)state;
    assert_language("en-us", GERMAN, "de");
    assert_true(is_of_text);
    assert_language("de", ENGLISH, "en");
    assert_language("", ENGLISH, "en");
    assert_true(is_of_text);
    assert_language("utf-8", GERMAN, "de");
}

static const struct sample LATIN[] = {
    { "fr", "La raideur du genou est fréquente après un long repos, et elle passe "
            "le "
            "plus souvent avec quelques mouvements lents dans la matinée." },
    { "es", "La rigidez de la rodilla es frecuente después de un largo reposo, y "
            "en "
            "la mayoría de los casos se pasa con unos movimientos lentos, pero "
            "no sin ellos. Hay que ir al médico si el dolor es muy fuerte." },
    { "it", "La rigidità del ginocchio è comune dopo un lungo riposo, e nella "
            "maggior parte dei casi non è un segno di danno: si passa con pochi "
            "movimenti lenti, come quelli che sono descritti di seguito." },
    { "pt", "A rigidez do joelho é comum depois de um longo repouso, e não é um "
            "sinal "
            "de dano: na maior parte dos casos ela passa com uns movimentos lentos "
            "pela manhã, como os que são descritos aqui." },
    { "nl", "Een stijve knie is na een lange rust heel gewoon, en bij de meeste "
            "mensen gaat het over met een paar langzame bewegingen in de "
            "ochtend." },
    { "pl", "Sztywność kolana po długim odpoczynku jest częsta i nie jest to "
            "oznaka "
            "urazu, ale u większości osób mija po kilku ruchach, które się robi "
            "rano, a nie przez cały dzień. Do lekarza idzie się, jeśli to nie "
            "mija." },
    { "tr", "Uzun bir dinlenmeden sonra diz tutulması çok sık görülür ve bu bir "
            "hasar belirtisi değildir; sabah yapılan yavaş hareketler ile geçer, "
            "ancak daha uzun sürer ise bir hekim için zaman gelmiş olan bir durum "
            "gibi ele alınır." },
    { "sv", "Ett stelt knä är vanligt efter en lång vila, och för de flesta går "
            "det "
            "över med några långsamma rörelser på morgonen. Det är inte ett tecken "
            "på att något har gått sönder." },
    { "fi", "Jäykkä polvi on tavallinen pitkän levon jälkeen, ja se ei ole merkki "
            "vammasta, mutta jos se ei mene ohi, niin on hyvä käydä lääkärissä, "
            "joka tutkii sen. Oli syy mikä tahansa, liike auttaa, kun se on "
            "hidas." },
    { "hu", "A merev térd egy hosszú pihenés után gyakori, és nem jelent bajt: a "
            "legtöbb embernél elmúlik, ha reggel lassan mozog, de az is lehet, "
            "hogy "
            "csak akkor, ha már nem fáj." },
    { "cs", "Ztuhlé koleno je po dlouhém odpočinku časté a není to známka "
            "poškození. "
            "Pro většinu lidí se to zlepší, když se ráno pomalu hýbou, ale ne pro "
            "všechny: které pohyby jsou dobré, ví lékař, který se na to podívá. "
            "Bylo by dobré k němu jít, jako když se to stalo od pádu." },
    { "ro", "Genunchiul rigid este frecvent după o odihnă lungă și nu este un semn "
            "de boală, dar pentru cei care au fost răniți este mai bine să meargă "
            "la "
            "medic, din cauza riscului." },
    { "id", "Lutut yang kaku setelah istirahat panjang itu biasa dan tidak "
            "berbahaya. "
            "Untuk kebanyakan orang, ini akan hilang dengan gerakan yang pelan di "
            "pagi hari, dan juga pada malam hari." },
    { "vi", "Đầu gối cứng là thường gặp sau khi nghỉ lâu, và không phải là dấu "
            "hiệu "
            "của bệnh. Với nhiều người, các cử động chậm trong buổi sáng là đủ, "
            "nhưng một số người cần được khám." },
};

static void thirty_languages_are_known_by_their_words(void **state)
{
    (void)state;

    for (size_t i = 0; i < sizeof LATIN / sizeof *LATIN; i++)
        assert_language("", LATIN[i].text, LATIN[i].language);
}

/* A page that declares nothing is in the language that is likely: there are few words.
 */
static void a_short_text_has_its_likeliest_language(void **state)
{
    static const struct sample SHORT[] = {
        { "en", "Gently stretch your calf muscles every morning. Rest helps the heel "
                "when pain follows running, and taping supports tired arches." },
        { "de", "Dehnen Sie morgens langsam Ihre Waden, das hilft bei Schmerzen. Wärme "
                "ist auch gut, und weiche Schuhe entlasten die Ferse." },
        { "fr", "Un massage doux du mollet chaque matin est utile. La chaleur soulage "
                "les douleurs, et de bonnes chaussures aident aussi." },
    };

    (void)state;
    for (size_t i = 0; i < sizeof SHORT / sizeof *SHORT; i++)
        assert_language("", SHORT[i].text, SHORT[i].language);
    assert_language("", "Lorem ipsum dolor sit amet, consectetur adipiscing elit.", "");
    assert_language("", "Zakutshanje ezimnandi ngakulutsha oluthwaxwa yentswelo.", "");
}

static void figures_units_and_code_are_in_no_language(void **state)
{
    static const char FIGURES[] =
            "5 mg 10 cm 3 kg 12 ml 40 mm 7 mg 9 cm 1 kg 5 mg 10 cm "
            "3 kg 12 ml 40 mm 7 mg 9 cm 1 kg 20 mg 30 cm 8 kg\n";
    static const char CODE[] =
            "for (int i = 0; i < n; i++) { if (a == b) return the; }\n"
            "if (x == y) { import as from this to that; } else is;\n";
    static const char SHOULDER[] =
            "Die Schulter ist steif, und das ist nach einem Jahr "
            "oft besser, aber nicht bei allen.";
    char text[512];

    (void)state;
    (void)snprintf(text, sizeof text, "%s%s", FIGURES, SHOULDER);
    assert_language("", text, "de");
    (void)snprintf(text, sizeof text, "%s%s", CODE, SHOULDER);
    assert_language("", text, "de");
    assert_language("", CODE, "");
}

static void norwegian_and_danish_are_told_apart_by_what_only_one_has(void **state)
{
    (void)state;
    assert_language("",
            "Et stivt kne er vanlig etter en lang hvile, og hos de fleste går det over "
            "av seg selv med noen rolige bevegelser. Det er ikke et tegn på at noe er "
            "ødelagt, sier legen, men hva som hjelper meg, er ikke det samme som deg.",
            "no");
    assert_language("",
            "Et stift knæ er almindeligt efter en lang hvile, og hos de fleste går det "
            "over af sig selv med nogle rolige bevægelser. Det er ikke et tegn på, at "
            "noget er ødelagt, siger lægen, men hvad der hjælper mig, er noget andet.",
            "da");
}

static const struct sample OTHERS[] = {
    { "ru", "Скованность колена после долгого отдыха встречается часто, и это не "
            "признак повреждения." },
    { "uk", "Скутість коліна після довгого відпочинку трапляється часто, і це не є "
            "ознакою ушкодження." },
    { "bg", "Сковаността на коляното след дълга почивка се среща често и не е "
            "признак за увреждане, твърдят лекарите." },
    { "sr", "Укоченост колена после дугог одмора је честа, и није знак повреде, "
            "већ "
            "пролази са мало кретања." },
    { "el", "Η δυσκαμψία του γόνατος μετά από μεγάλη ανάπαυση είναι συχνή." },
    { "he", "נוקשות של הברך אחרי מנוחה ארוכה היא שכיחה, והיא חולפת בתנועה." },
    { "ar", "تيبس الركبة بعد راحة طويلة أمر شائع، وهو ليس علامة على الضرر." },
    { "fa", "خشکی زانو پس از استراحت طولانی شایع است و نشانه آسیب نیست، پزشکان "
            "می‌گویند." },
    { "th", "อาการเข่าติดหลังจากพักเป็นเวลานานพบได้บ่อยและไม่ใช่สัญญาณของความเสียหาย" },
    { "ko", "오래 쉰 뒤에 무릎이 뻣뻣한 것은 흔한 일이며, 손상의 징후는 아닙니다. "
            "아침에 천천히 움직이면 "
            "좋아집니다. 대부분의 사람들은 몇 주 안에 나아집니다." },
    { "ja", "長く休んだあとに膝がこわばるのはよくあることで、けがのしるしではありま"
            "せん。朝にゆっくり動かすと"
            "楽になります。" },
    { "zh", "长时间休息后膝盖僵硬很常见，并不是受伤的迹象。早上慢慢活动几次，大多数"
            "人会感到好转，无需就医。" },
};

static void other_scripts_tell_their_languages(void **state)
{
    (void)state;

    for (size_t i = 0; i < sizeof OTHERS / sizeof *OTHERS; i++)
        assert_language("en", OTHERS[i].text, OTHERS[i].language);
    assert_language("zh-hant",
            "長時間休息後膝蓋僵硬很常見，並不是受傷的跡象。早上慢慢活動幾次，大多數人會"
            "感到"
            "好轉，無需就醫。",
            "zh-hant");
    assert_language("mr",
            "लांब विश्रांतीनंतर गुडघा ताठ होणे सामान्य आहे आणि ते नुकसानीचे लक्षण नाही.", "mr");
    assert_language(
            "ky", "Узак эс алгандан кийин тизенин катып калышы кадимки көрүнүш.", "ky");
}

static void near_languages_keep_the_name_that_is_declared(void **state)
{
    static const char NORWEGIAN[] =
            "Et stivt kne er vanlig etter en lang hvile, og for de fleste går det over "
            "med noen langsomme bevegelser om morgenen. Det er ikke et tegn på at noe "
            "har gått i stykker, men det tar tid.";
    static const char CROATIAN[] =
            "Ukočenost koljena je nakon dugog odmora česta, ali nije znak ozljede: za "
            "većinu ljudi se to popravi ako se ujutro polako kreću, i bez lijekova "
            "koji "
            "se mogu kupiti. Ako to traje više od dva tjedna, pregled kod liječnika je "
            "ono što je potrebno.";
    (void)state;
    assert_language("nb-no", NORWEGIAN, "nb-no");
    assert_language("sr", CROATIAN, "sr");
    assert_language("bs", CROATIAN, "bs");
}

static void tables_and_names_say_no_language(void **state)
{
    (void)state;
    assert_language("en-us",
            "1DET Detroit 2BOS Boston 3NY New York 4W 5A 6v 7z 54m 22K "
            "9a 10i 11v 12z 13v 14z 15i 16a 17v 18z 19s 20k",
            "en-us");
    assert_language("de",
            "Jane Doe, Ann Roe, Max Mustermann, Erika Muster, Jan Kowalski, "
            "Maria Rossi, Juan Garcia",
            "de");
    assert_language("en", "w w w v z z w v w z w w v z i i i w w", "en");
}

static void a_note_in_another_language_above_the_text_is_not_its_language(void **state)
{
    (void)state;
    assert_language("de",
            "These pages are part of an effort to keep what was written as it was, and "
            "it is for those who want to read it later. The links go to the pages that "
            "they went to when this was taken, and what they say is not ours to "
            "change. "
            "All of this was done for you.\n" GERMAN " " GERMAN " " GERMAN " " GERMAN
            " " GERMAN " " GERMAN " " GERMAN,
            "de");
    assert_false(is_of_text);
}

static void figures_do_not_hide_the_language(void **state)
{
    (void)state;
    assert_language("en",
            "La deuda total de 14.372,4 millones es de 102,6 por ciento del producto "
            "de "
            "14.013 millones. Al final del a\u00F1o 7.805,9 millones son del sector "
            "p\u00FAblico (55,7 y 54,3 por ciento) y 6.566,5 millones del privado "
            "(46,8 y "
            "45,7), con 884,3 millones (6,6) m\u00E1s que en 2020 (13.488,1), 849,1 de "
            "ellos "
            "de la deuda externa y 35,2 de la otra.",
            "es");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_note_in_another_language_above_the_text_is_not_its_language),
        cmocka_unit_test(figures_do_not_hide_the_language),
        cmocka_unit_test(what_a_page_declares_is_believed),
        cmocka_unit_test(a_text_in_another_language_is_in_its_own),
        cmocka_unit_test(thirty_languages_are_known_by_their_words),
        cmocka_unit_test(a_short_text_has_its_likeliest_language),
        cmocka_unit_test(figures_units_and_code_are_in_no_language),
        cmocka_unit_test(norwegian_and_danish_are_told_apart_by_what_only_one_has),
        cmocka_unit_test(other_scripts_tell_their_languages),
        cmocka_unit_test(near_languages_keep_the_name_that_is_declared),
        cmocka_unit_test(tables_and_names_say_no_language),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
