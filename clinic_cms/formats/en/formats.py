DATE_FORMAT = "j F Y"
DATETIME_FORMAT = "j F Y, H:i T"
DATETIME_WITH_SECONDS = "j F Y, H:i:s T"
YEAR_MONTH_FORMAT = "F Y"
MONTH_DAY_FORMAT = "j F"
MONTH_DAY_TIME_FORMAT = "j F, H:i T"
DATETIME_NO_ZONE = "j F Y, H:i:s"
MOMENT_FORMAT = r"Y-m-d\TH:i:sO"  # as the datetime of a <time> may be written
