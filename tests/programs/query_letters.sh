# Letters of other widths, and the i of Turkish, are found in any form, and marked as the page has them.
. "$PALPATE_PROGRAM_TESTS/lib.sh"

mkdir site
# article NAME LANGUAGE TITLE TEXT: a page of the folder site.
article()
{
    printf '<!DOCTYPE html><html lang="%s"><head><title>%s</title></head><body><main><h1>%s</h1><p>%s</p></main></body></html>\n' \
        "$2" "$3" "$3" "$4" >"site/$1.html"
}
article wide ja "肩のマッサージ" "マッサージは肩の痛みを和らげることがあります。体操も毎日続けると良いでしょう。"
article half ja "手術の後" "ﾘﾊﾋﾞﾘﾃｰｼｮﾝは手術の後に始めます。ﾍﾞﾙﾄも使います。ＭＲＩ検査は二十分ほどです。"
article hareket tr "Isınma" "ISINMA hareketleri sakatlanmayı azaltır ve kaslar için iyidir. İltihap varsa sıcak kullanılmaz, çocuklar için de böyledir."
article diz tr "DİZ AĞRISI" "DİZ AĞRISI olan kişiler için egzersiz iyidir. İyileşme altı hafta sürer ve yürüyüş de yardımcı olur."
article thigh en "Runners" "The iliotibial band runs along the thigh. Pain of the thigh is common in runners and is treated with rest."
"$PALPATE_INDEX" --quiet index site 2>err || { cat err; fail "the site does not index"; }

# first QUESTION PAGE MARKED: the page comes first, with these words marked.
first()
{
    expect_exit 0 "$PALPATE_QUERY" --format json index "$1"
    jq -r '.hits[0] | .url + "\t" + .snippet' out >best
    grep -q "^$2\.html" best || { cat best; fail "'$1' does not find $2 first"; }
    grep -qF "<mark>$3</mark>" best || { cat best; fail "'$1' does not mark $3"; }
    ! grep -q '"corrected"\|"suggestion"' out || { cat out; fail "'$1' is corrected"; }
}
first ﾏｯｻｰｼﾞ wide マッサージ
first マッサージ wide マッサージ
first リハビリ half ﾘﾊﾋﾞﾘ
first ﾘﾊﾋﾞﾘ half ﾘﾊﾋﾞﾘ
first ベルト half ﾍﾞﾙﾄ
first mri検査 half ＭＲＩ検査
first ＭＲＩ half ＭＲＩ
first "ｔｈｉｇｈ" thigh thigh
first ISINMA hareket ISINMA
first ısınma hareket ISINMA
first isinma hareket ISINMA
first iltihap hareket İltihap
first İLTİHAP hareket İltihap
first ILTIHAP hareket İltihap
first "diz ağrısı" diz AĞRISI
first "diz agrisi" diz DİZ
first "i̇yileşme" diz İyileşme
first "İyileşme*" diz İyileşme
