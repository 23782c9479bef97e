"""Verbs of saying, as news uses them around a quotation."""

SPEECH_CUES = (
    "said|says|say|added|adds|told|tells|asked|asks|wrote|writes|argued|argues|noted|notes|explained|explains|insisted|"
    "insists|stressed|stresses|warned|warns|claimed|claims|stated|states|declared|declares|announced|announces|replied|"
    "replies|responded|responds|continued|continues|concluded|concludes|recalled|recalls|posted|posts|tweeted|tweets|"
    "acknowledged|acknowledges|admitted|admits|suggested|suggests|observed|observes|remarked|remarks|quipped|quips|"
    "joked|jokes|vowed|vows|pledged|pledges|charged|charges|complained|complains|countered|counters|emphasized|"
    "emphasised|emphasizes|exclaimed|exclaims|reiterated|reiterates|repeated|repeats|reported|reports|thundered|"
    "shouted|shouts|called|agreed|agrees|urged|urges|commented|comments|confirmed|confirms|cautioned|cautions|lamented|"
    "laments|mused|muses|testified|testifies|demanded|demands|denied|denies|predicted|predicts|proclaimed|proclaims"
)
"""An alternation for a regular expression, without a group."""
