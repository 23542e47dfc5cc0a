#include <stdio.h>
#include <xapian-c/xapian-c.h>

int main(void)
{
    xc_error err;
    xc_stemmer *stemmer = NULL;
    char stem[32];
    size_t size = 0;

    if (xc_stemmer_open(&stemmer, "english", &err) != XC_OK)
        return 1;
    xc_bytes word = { "shoulders", sizeof "shoulders" - 1 };
    xc_status status = xc_stemmer_stem(stemmer, word, stem, sizeof stem, &size, &err);
    xc_stemmer_close(stemmer);
    if (status != XC_OK)
        return 1;
    printf("Xapian %s stems to %.*s\n", xc_xapian_version(), (int)size, stem);
    return 0;
}
