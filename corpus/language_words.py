"""Letters and frequent words that give a language away, and words that say nothing."""

KAZAKH_LETTERS = frozenset("әғқңөұүһі")
"""Letters that Kazakh has and Russian has not."""

ARABIC_KAZAKH = frozenset("ەۇۋۆڭگپچىٴۈ")
"""Letters of the Arabic script that Kazakh writes and Arabic does not."""

FOREIGN_LETTERS = frozenset("їєґўҳҷҹјљњћђќѓџҗӣӯҝҙҫ")
"""Cyrillic letters of none of our languages: Ukrainian, Uzbek, Tajik, Tatar, Bashkir, Serbian."""

FOREIGN_WORDS = frozenset(
    "der das und ist nicht mit den dem ein eine auf für von sich auch le les des et est dans une qui pour pas sur el los las que del "
    "una por con para ve için ile olarak olan çok bu var və bir üçün va bilan uchun ham il che della sono do não uma "
    "жана менен үчүн болгон ошол эле деген һәм белән өчен булган що це як або від після ва билан учун ҳам байна нь энэ юм".split()
) - frozenset({"den", "do", "bu", "var", "bir", "con"})
"""Frequent words of neighbours and of other languages that our documents quote; a text full of them is `und`."""

NEUTRAL_WORDS = frozenset(
    "тел факс email e mail tel fax www http https kz ru com org facebook twitter instagram telegram youtube whatsapp doi issn isbn "
    "удк ббк мрнти ғтамр әож кбж udc irsti orcid".split()
)
"""Words of addresses and imprints, which are the same in every language."""

FREQUENT = {
    "kk": frozenset(
        "мен пен бен және да де та те бұл ол осы сол бар емес болып деп ал бір жылы жыл туралы бойынша үшін кейін дейін соң ғана "
        "болды болған керек бола екен еді бірақ немесе барлық басты басқа арқылы оның олар бойы тағы сияқты жалпы жаңа адам "
        "саяси бала білім жер тіл халық мемлекет арасында туралы басталды алды берді барды келді жатыр отыр тұр алып беру жасау "
        "ма ба па ме бе пе ғой ше дей ау ай он жоқ аса ма ара сай сан тек тура бойы жай жол бас екі төрт бес алты жеті сегіз тоғыз "
        "айтты деді деген дейді жатқан болса болса болмайды болады баласы барып салып қалды ала бола тұра ары бері арада бастап "
        "астам жуық сонда онда мұнда санды ауданы ауданда аймақ қала маусым мамыр сәуір наурыз шілде тамыз желтоқсан қараша".split()
    ),
    "ru": frozenset(
        "и в во не на с со что как по к из у за от о об для это его ее её так но а же бы ли или уже еще ещё при до если когда "
        "только их этого этой этот эта эти который которые которых которая было был была были быть также том все всё мы вы он она "
        "они лет года году год между через после перед под над без более менее может можно нет да чтобы где там здесь "
        "тем чем ко ни то та те ту том сам сама сами свой своей своих того тому тех ей ему им ими нас нам вас вам меня мне тебя "
        "один два три четыре пять шесть десять сто раз два человек люди время день года годов млн млрд тысяч рублей сказал сообщил "
        "заявил января февраля марта апреля мая июня июля августа сентября октября ноября декабря кто чего них ним нем ней".split()
    ),
    "en": frozenset(
        "the of and to in a is that for it as was with be by on not he his but at are this have from or had an they which one you were "
        "all her she there would their we him been has when who will no more if out so said what up its about into than them can only "
        "other new some could time these two may then do first any my now such like our over man me even most made after also".split()
    ),
}
"""Words that open every frequency list; written from memory, used by the table of letter groups."""
