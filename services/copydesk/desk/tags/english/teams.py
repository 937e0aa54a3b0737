"""Teams of North American leagues and of cricket's by what they are called alone."""

_NICKNAME_WORDS = (
    "49ers 76ers Angels Astros Athletics Avalanche Bengals Blackhawks Brewers Broncos Browns Bruins Buccaneers Bucks "
    "Bulls Canadiens Canucks Capitals Cardinals Cavaliers Celtics Chargers Clippers Colts Commanders Cowboys Coyotes "
    "Cubs Diamondbacks Dodgers Dolphins Eagles Falcons Flames Flyers Giants Golden_Knights Grizzlies Guardians Hawks "
    "Hornets Hurricanes Islanders Jaguars Jets Knicks Kraken Lakers Lions Mariners Marlins Mavericks Mets Nationals "
    "Nuggets Oilers Orioles Padres Packers Panthers Patriots Penguins Phillies Pirates Pistons Predators Raiders Rams "
    "Rangers Rapids Raptors Ravens Rays Red_Sox Rockets Rockies Royals Sabres Saints Seahawks Senators Sharks Spurs "
    "Steelers Sunrisers Texans Timberwolves Titans Trail_Blazers Vikings White_Sox Wizards Yankees"
)
NICKNAMES = frozenset(word.replace("_", " ") for word in _NICKNAME_WORDS.split())
# What teams are called that opens sentences on other things, too: "Flames swept through the house."
EVERYDAY_NICKNAMES = frozenset(
    "Blues Chiefs Crusaders Eagles Falcons Flames Giants Hawks Heat Hurricanes Jets Lions Panthers Pirates Rapids "
    "Rebels Rockets Saints Sharks Sparks Stars Storm Thunder Tigers Wolves".split()
)


def is_team(name: str) -> bool:
    """Whether a name ends as a team's does: "Nationals", "Boston Red Sox"."""
    words = name.split()
    return words[-1] in NICKNAMES or " ".join(words[-2:]) in NICKNAMES
