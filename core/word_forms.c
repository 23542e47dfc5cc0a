#include "core/word_forms.h"

#include "core/view.h"

#define WORD(word, form) { PALPATE_VIEW_INIT(word), PALPATE_VIEW_INIT(form) },
static const struct {
    palpate_view word;
    palpate_view form;
} FORMS[] = {
#include "words/en/word_forms.inc"
};

enum { FORM_COUNT = sizeof FORMS / sizeof *FORMS };

bool word_form_of(palpate_view *form, palpate_view folded)
{
    size_t place = view_place(folded, FORMS, FORM_COUNT, sizeof *FORMS);

    if (place == FORM_COUNT)
        return false;
    *form = FORMS[place].form;
    return true;
}

bool word_form_at(palpate_view *word, palpate_view *form, size_t place)
{
    if (place >= FORM_COUNT)
        return false;
    *word = FORMS[place].word;
    *form = FORMS[place].form;
    return true;
}
