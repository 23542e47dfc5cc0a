#include <palpate/palpate.h>
#include <stdio.h>

int main(void)
{
    printf("palpate %s\n", palpate_version());
    return palpate_version()[0] == '\0';
}
