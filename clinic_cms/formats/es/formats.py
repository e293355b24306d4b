# As the United States and Mexico write numbers: the readers of this Spanish.
DECIMAL_SEPARATOR = "."
THOUSAND_SEPARATOR = ","
DATE_FORMAT = r"j \d\e F \d\e Y"
DATETIME_FORMAT = r"j \d\e F \d\e Y, H:i T"
DATETIME_WITH_SECONDS = r"j \d\e F \d\e Y, H:i:s T"
YEAR_MONTH_FORMAT = r"F \d\e Y"
MONTH_DAY_FORMAT = r"j \d\e F"
MONTH_DAY_TIME_FORMAT = r"j \d\e F, H:i T"
DATETIME_NO_ZONE = r"j \d\e F \d\e Y, H:i:s"
MOMENT_FORMAT = r"Y-m-d\TH:i:sO"  # as the datetime of a <time> may be written
