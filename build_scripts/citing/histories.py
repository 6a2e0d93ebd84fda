"""The words that a case's earlier or later history is cited with (Bluebook table T8)."""

# Accepted: "aff’d", "cert. denied", "writ denied", "certif. denied", "transfer denied", "vacated",
# "pet. ref’d", "report and recommendation adopted", "on remand", "overruled on other grounds".
HISTORY_WORDS = r"""
    (?: and\s | as\s )?
    (?: aff['’]?(?:d|g)\.? | affirmed | affirming | rev['’](?:d|g) | reversed | reversing
      | vacated | vac['’]d | vacating | vac\. | remanded | on\sremand
      | after\sremand | appeal\safter\sremand
      | (?:cert\.?|certif\.|certiorari|certification|writs?|review|rev\.|transfer|allocatur
          |leave\sto\sappeal|appeal|app\.|perm\.\sapp\.|discretionary\sreview|disc\.\srev(?:\.|iew)|pet(?:ition|\.)
          |petition\sfor\scert\.
          |reh['’]g(?:\sen\sbanc)?|rehearing(?:\sen\sbanc)?|probable\sjurisdiction)
        \s(?:denied|granted|dismissed|docketed|filed|noted|ref['’]d|refused|den\.|withdrawn)
      | (?:opinion|order|judgment|decision|report|r(?:ep|ept)\.)\s(?:and\s\w{1,14}\.?\s)?
        (?:adopted|vacated|withdrawn|modified|amended|clarified)
      | overruled | overruling | abrogated | superseded | modified | amended | disapproved | adopted
      | rejected\sby | implied\soverruling )
"""
