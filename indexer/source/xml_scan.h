/* XML -> its tags and texts, one after another. */
#ifndef INDEXER_XML_SCAN_H
#define INDEXER_XML_SCAN_H

#include <palpate/view.h>
#include <stdbool.h>

enum xml_kind {
    XML_START, /* <name …>, and <name …/>, after which comes its XML_STOP */
    XML_STOP,  /* </name> */
    XML_TEXT,  /* with its references, */
    XML_PLAIN, /* or of a CDATA section, without any */
    XML_OVER   /* the end of the bytes */
};

/* Zero-initialised but for the text: at its start. */
struct xml_scan {
    palpate_view text;
    size_t at;
    enum xml_kind kind;
    palpate_view prefix; /* of a tag: "image" of "image:loc", or empty */
    palpate_view name;   /* and "loc" */
    palpate_view value;  /* of a text */
    bool is_cut;         /* the bytes end inside of a tag, a comment or a section */
    bool is_empty;       /* of a start: its stop comes next */
};

/* Goes on to the next tag or text; false at the end.  Comments, instructions and the
   declaration of a type are passed over.  All that it gives lies in the text. */
bool xml_next(struct xml_scan *scan);

#endif
