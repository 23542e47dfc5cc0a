#include "core/term.h"

#include "core/digest.h"
#include "core/view.h"

/* Words that say nothing of what a passage is about, sorted by bytes.  "us" and "it"
   differ: the first is also ultrasound, the second is not worth its postings even as a
   band. */
static const palpate_view STOP_WORDS[] = {
    /* clang-format off */
    PALPATE_VIEW_INIT("a"),
    PALPATE_VIEW_INIT("about"),
    PALPATE_VIEW_INIT("above"),
    PALPATE_VIEW_INIT("after"),
    PALPATE_VIEW_INIT("again"),
    PALPATE_VIEW_INIT("all"),
    PALPATE_VIEW_INIT("also"),
    PALPATE_VIEW_INIT("although"),
    PALPATE_VIEW_INIT("am"),
    PALPATE_VIEW_INIT("among"),
    PALPATE_VIEW_INIT("an"),
    PALPATE_VIEW_INIT("and"),
    PALPATE_VIEW_INIT("any"),
    PALPATE_VIEW_INIT("are"),
    PALPATE_VIEW_INIT("aren't"),
    PALPATE_VIEW_INIT("as"),
    PALPATE_VIEW_INIT("at"),
    PALPATE_VIEW_INIT("be"),
    PALPATE_VIEW_INIT("because"),
    PALPATE_VIEW_INIT("been"),
    PALPATE_VIEW_INIT("before"),
    PALPATE_VIEW_INIT("being"),
    PALPATE_VIEW_INIT("below"),
    PALPATE_VIEW_INIT("between"),
    PALPATE_VIEW_INIT("both"),
    PALPATE_VIEW_INIT("but"),
    PALPATE_VIEW_INIT("by"),
    PALPATE_VIEW_INIT("can"),
    PALPATE_VIEW_INIT("can't"),
    PALPATE_VIEW_INIT("cannot"),
    PALPATE_VIEW_INIT("could"),
    PALPATE_VIEW_INIT("couldn't"),
    PALPATE_VIEW_INIT("did"),
    PALPATE_VIEW_INIT("didn't"),
    PALPATE_VIEW_INIT("do"),
    PALPATE_VIEW_INIT("does"),
    PALPATE_VIEW_INIT("doesn't"),
    PALPATE_VIEW_INIT("doing"),
    PALPATE_VIEW_INIT("don't"),
    PALPATE_VIEW_INIT("down"),
    PALPATE_VIEW_INIT("during"),
    PALPATE_VIEW_INIT("each"),
    PALPATE_VIEW_INIT("either"),
    PALPATE_VIEW_INIT("else"),
    PALPATE_VIEW_INIT("ever"),
    PALPATE_VIEW_INIT("few"),
    PALPATE_VIEW_INIT("for"),
    PALPATE_VIEW_INIT("from"),
    PALPATE_VIEW_INIT("further"),
    PALPATE_VIEW_INIT("had"),
    PALPATE_VIEW_INIT("hadn't"),
    PALPATE_VIEW_INIT("has"),
    PALPATE_VIEW_INIT("hasn't"),
    PALPATE_VIEW_INIT("have"),
    PALPATE_VIEW_INIT("haven't"),
    PALPATE_VIEW_INIT("having"),
    PALPATE_VIEW_INIT("he"),
    PALPATE_VIEW_INIT("he'd"),
    PALPATE_VIEW_INIT("he'll"),
    PALPATE_VIEW_INIT("her"),
    PALPATE_VIEW_INIT("here"),
    PALPATE_VIEW_INIT("hers"),
    PALPATE_VIEW_INIT("herself"),
    PALPATE_VIEW_INIT("him"),
    PALPATE_VIEW_INIT("himself"),
    PALPATE_VIEW_INIT("his"),
    PALPATE_VIEW_INIT("how"),
    PALPATE_VIEW_INIT("however"),
    PALPATE_VIEW_INIT("i"),
    PALPATE_VIEW_INIT("i'd"),
    PALPATE_VIEW_INIT("i'll"),
    PALPATE_VIEW_INIT("i'm"),
    PALPATE_VIEW_INIT("i've"),
    PALPATE_VIEW_INIT("if"),
    PALPATE_VIEW_INIT("in"),
    PALPATE_VIEW_INIT("into"),
    PALPATE_VIEW_INIT("is"),
    PALPATE_VIEW_INIT("isn't"),
    PALPATE_VIEW_INIT("it"),
    PALPATE_VIEW_INIT("itself"),
    PALPATE_VIEW_INIT("just"),
    PALPATE_VIEW_INIT("let"),
    PALPATE_VIEW_INIT("like"),
    PALPATE_VIEW_INIT("ll"),
    PALPATE_VIEW_INIT("many"),
    PALPATE_VIEW_INIT("may"),
    PALPATE_VIEW_INIT("me"),
    PALPATE_VIEW_INIT("might"),
    PALPATE_VIEW_INIT("more"),
    PALPATE_VIEW_INIT("most"),
    PALPATE_VIEW_INIT("much"),
    PALPATE_VIEW_INIT("must"),
    PALPATE_VIEW_INIT("my"),
    PALPATE_VIEW_INIT("myself"),
    PALPATE_VIEW_INIT("neither"),
    PALPATE_VIEW_INIT("no"),
    PALPATE_VIEW_INIT("nor"),
    PALPATE_VIEW_INIT("not"),
    PALPATE_VIEW_INIT("now"),
    PALPATE_VIEW_INIT("of"),
    PALPATE_VIEW_INIT("off"),
    PALPATE_VIEW_INIT("often"),
    PALPATE_VIEW_INIT("on"),
    PALPATE_VIEW_INIT("once"),
    PALPATE_VIEW_INIT("only"),
    PALPATE_VIEW_INIT("or"),
    PALPATE_VIEW_INIT("other"),
    PALPATE_VIEW_INIT("ought"),
    PALPATE_VIEW_INIT("our"),
    PALPATE_VIEW_INIT("ours"),
    PALPATE_VIEW_INIT("ourselves"),
    PALPATE_VIEW_INIT("out"),
    PALPATE_VIEW_INIT("over"),
    PALPATE_VIEW_INIT("own"),
    PALPATE_VIEW_INIT("perhaps"),
    PALPATE_VIEW_INIT("quite"),
    PALPATE_VIEW_INIT("rather"),
    PALPATE_VIEW_INIT("s"),
    PALPATE_VIEW_INIT("same"),
    PALPATE_VIEW_INIT("shall"),
    PALPATE_VIEW_INIT("she"),
    PALPATE_VIEW_INIT("she'd"),
    PALPATE_VIEW_INIT("she'll"),
    PALPATE_VIEW_INIT("should"),
    PALPATE_VIEW_INIT("shouldn't"),
    PALPATE_VIEW_INIT("since"),
    PALPATE_VIEW_INIT("so"),
    PALPATE_VIEW_INIT("some"),
    PALPATE_VIEW_INIT("such"),
    PALPATE_VIEW_INIT("t"),
    PALPATE_VIEW_INIT("than"),
    PALPATE_VIEW_INIT("that"),
    PALPATE_VIEW_INIT("the"),
    PALPATE_VIEW_INIT("their"),
    PALPATE_VIEW_INIT("theirs"),
    PALPATE_VIEW_INIT("them"),
    PALPATE_VIEW_INIT("themselves"),
    PALPATE_VIEW_INIT("then"),
    PALPATE_VIEW_INIT("there"),
    PALPATE_VIEW_INIT("therefore"),
    PALPATE_VIEW_INIT("these"),
    PALPATE_VIEW_INIT("they"),
    PALPATE_VIEW_INIT("they'd"),
    PALPATE_VIEW_INIT("they'll"),
    PALPATE_VIEW_INIT("they're"),
    PALPATE_VIEW_INIT("they've"),
    PALPATE_VIEW_INIT("this"),
    PALPATE_VIEW_INIT("those"),
    PALPATE_VIEW_INIT("though"),
    PALPATE_VIEW_INIT("through"),
    PALPATE_VIEW_INIT("thus"),
    PALPATE_VIEW_INIT("to"),
    PALPATE_VIEW_INIT("too"),
    PALPATE_VIEW_INIT("under"),
    PALPATE_VIEW_INIT("until"),
    PALPATE_VIEW_INIT("up"),
    PALPATE_VIEW_INIT("upon"),
    PALPATE_VIEW_INIT("very"),
    PALPATE_VIEW_INIT("was"),
    PALPATE_VIEW_INIT("wasn't"),
    PALPATE_VIEW_INIT("we"),
    PALPATE_VIEW_INIT("we'd"),
    PALPATE_VIEW_INIT("we'll"),
    PALPATE_VIEW_INIT("we're"),
    PALPATE_VIEW_INIT("we've"),
    PALPATE_VIEW_INIT("were"),
    PALPATE_VIEW_INIT("weren't"),
    PALPATE_VIEW_INIT("what"),
    PALPATE_VIEW_INIT("whatever"),
    PALPATE_VIEW_INIT("when"),
    PALPATE_VIEW_INIT("where"),
    PALPATE_VIEW_INIT("whether"),
    PALPATE_VIEW_INIT("which"),
    PALPATE_VIEW_INIT("while"),
    PALPATE_VIEW_INIT("who"),
    PALPATE_VIEW_INIT("whom"),
    PALPATE_VIEW_INIT("whose"),
    PALPATE_VIEW_INIT("why"),
    PALPATE_VIEW_INIT("will"),
    PALPATE_VIEW_INIT("with"),
    PALPATE_VIEW_INIT("within"),
    PALPATE_VIEW_INIT("without"),
    PALPATE_VIEW_INIT("won't"),
    PALPATE_VIEW_INIT("would"),
    PALPATE_VIEW_INIT("wouldn't"),
    PALPATE_VIEW_INIT("you"),
    PALPATE_VIEW_INIT("you'd"),
    PALPATE_VIEW_INIT("you'll"),
    PALPATE_VIEW_INIT("you're"),
    PALPATE_VIEW_INIT("you've"),
    PALPATE_VIEW_INIT("your"),
    PALPATE_VIEW_INIT("yours"),
    PALPATE_VIEW_INIT("yourself"),
    PALPATE_VIEW_INIT("yourselves"),
    /* clang-format on */
};

/* Of two words that are not empty.  They are short: a call would cost more. */
static int compare(palpate_view a, palpate_view b)
{
    size_t common = a.size < b.size ? a.size : b.size;
    size_t same = 0;

    while (same < common && a.data[same] == b.data[same])
        same++;
    if (same < common)
        return (unsigned char)a.data[same] - (unsigned char)b.data[same];
    return (a.size > b.size) - (a.size < b.size);
}

bool is_stop_word(palpate_view folded)
{
    enum { LONGEST = sizeof "yourselves" - 1 };
    size_t low = 0;
    size_t high = sizeof STOP_WORDS / sizeof *STOP_WORDS;

    if (folded.size == 0 || folded.size > LONGEST)
        return false;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = compare(folded, STOP_WORDS[middle]);
        if (order == 0)
            return true;
        if (order < 0)
            high = middle;
        else
            low = middle + 1;
    }
    return false;
}

uint64_t stop_words_hash(void)
{
    uint64_t hash = 0;

    for (size_t i = 0; i < sizeof STOP_WORDS / sizeof *STOP_WORDS; i++)
        hash = hash * 31 + hash_of(STOP_WORDS[i]);
    return hash;
}
