-- Mapping of "The Complete Journey 2.0" (84.51°, CC0; R package completejourney) to the tables of this product.
--
-- Reads transactions and products. One line of transactions is one line of a till receipt.
--
-- What the source documents about its columns
--   sales_value        dollars the retailer receives from the sale
--   retail_disc        discount of the retailer's loyalty card programme, already taken off sales_value
--   coupon_disc        discount of a manufacturer's coupon; the manufacturer pays it to the retailer, so it is still
--                      inside sales_value and the customer paid that much less
--   coupon_match_disc  the retailer's match of such a coupon, already taken off sales_value
--   week               1 to 53; week 1 is 1 and 2 January 2017 only, later weeks start on Mondays
--
-- What follows from it, per line
--   list = sales_value + retail_disc + coupon_match_disc        what the shelf asked
--   cut  = retail_disc + coupon_disc + coupon_match_disc        what was taken off
--   paid = sales_value - coupon_disc = list - cut               what the customer paid
--
-- What we assume, because the source does not say it
--   merchant     a manufacturer that sold something at a discount at least once. Its category is the department with
--                most of its sales; its name is made from its number. It joined a week before its first sale.
--   deal         manufacturer x product category x week in which something was sold with cut > 0. A product without a
--                category forms the category of its department.
--   category     of a deal: the department (grocery, produce, …), because 238 product categories are too fine.
--   terms        over the discounted lines: discount = cut / list, price = paid / quantity, seven days.
--                Fuel is booked in thousandths of a gallon; quantities above 100 are divided by 1,000.
--                Some 40 deals that were free after coupons, or better than free, come out with a discount of 1 or
--                more and are refused by the import.
--   days         starts_on is the Monday of the week, proposed_on the Monday before.
--   approved     always: what was not sold is not in the data. No overrides, no notes.
--   margin       gross profit = paid - 0.5 * list: goods cost half of the shelf price. Margins are not in the data.
--                One half is the chain's margin when a manufacturer (about 35 % of its price) sells to the customer
--                without the retailer (about 25 % of the shelf price) in between.
--   gp30         that profit of the manufacturer in the category in the week, all lines, times 30 / 7.
--   baseline     what the manufacturer earned in an ordinary week: mean profit of its weeks in the category in which it
--                sold something and nothing at a discount. Both figures are of weeks with at least one sale, so the
--                comparison does not profit from a deal being visible only where it sold. Only weeks that were over
--                when the deal was proposed count (two or more weeks before it), and not the first observed week,
--                which is cut short. Where there is none: the manufacturer's such weeks in its other categories; where
--                there is none either: those of other manufacturers in the category. Where there is still none (the
--                first weeks) the outcome is left empty, as not measured, because there is no honest comparison.
--   baseline of a merchant   the same mean over the first eight observed weeks in any category, else that of its
--                department, else of all: early on purpose, so that it tells nothing about later weeks.
--   views        receipts of the week with anything of the category; redemptions: receipts with the discounted thing.
--   proposals    the deals of the last observed week, without their outcome.
--   city         one for all stores: their places are not published. Its position is that of the publisher's town.

-- Sums of money are added up in whole cents, so that the order in which rows are met cannot change a figure.
CREATE MACRO gp30(cents) AS cents / 100 * 30 / 7;

CREATE TABLE line AS
SELECT
    CAST(product.manufacturer_id AS BIGINT) AS manufacturer,
    coalesce(product.product_category, product.department, 'Unnamed') AS kind,
    coalesce(product.department, 'Unnamed') AS department,
    CAST(sold.week AS INTEGER) AS week,
    sold.basket_id AS basket,
    CAST(CASE WHEN sold.quantity > 100 THEN sold.quantity / 1000.0 ELSE sold.quantity END AS DECIMAL(18, 3)) AS quantity,
    CAST(round(100 * (sold.sales_value + sold.retail_disc + sold.coupon_match_disc)) AS BIGINT) AS list,
    CAST(round(100 * (sold.retail_disc + sold.coupon_disc + sold.coupon_match_disc)) AS BIGINT) AS cut,
    CAST(round(100 * (sold.sales_value - sold.coupon_disc)) AS BIGINT) AS paid
FROM transactions AS sold
JOIN products AS product ON product.product_id = sold.product_id
WHERE product.manufacturer_id IS NOT NULL;

CREATE TABLE span AS
SELECT min(week) AS first_week, max(week) AS last_week FROM line;

-- What a manufacturer sold of a category in a week. Twice the profit, because half a list price may be half a cent.
CREATE TABLE cell AS
SELECT
    manufacturer,
    kind,
    week,
    max_by(department, row(list, department)) AS department,
    sum(2 * paid - list) AS twice_profit,
    sum(cut) > 0 AS is_deal,
    sum(cut) FILTER (WHERE cut > 0) / nullif(sum(list) FILTER (WHERE cut > 0), 0) AS discount,
    sum(paid) FILTER (WHERE cut > 0) / 100 / nullif(sum(quantity) FILTER (WHERE cut > 0), 0) AS price,
    count(DISTINCT basket) FILTER (WHERE cut > 0) AS redemptions
FROM line
GROUP BY manufacturer, kind, week;

CREATE TABLE ordinary AS
SELECT cell.manufacturer, cell.kind, cell.department, cell.week, cell.twice_profit
FROM cell, span
WHERE NOT cell.is_deal AND cell.week > span.first_week;

CREATE TABLE shoppers AS
SELECT kind, week, count(DISTINCT basket) AS views FROM line GROUP BY kind, week;

CREATE TABLE promotion AS
SELECT
    cell.*,
    shoppers.views,
    DATE '2017-01-02' + 7 * (cell.week - 2) AS monday,
    coalesce(
        (SELECT gp30(sum(twice_profit) / 2 / count(*)) FROM ordinary AS o
         WHERE o.manufacturer = cell.manufacturer AND o.kind = cell.kind AND o.week <= cell.week - 2),
        (SELECT gp30(sum(twice_profit) / 2 / count(*)) FROM ordinary AS o
         WHERE o.manufacturer = cell.manufacturer AND o.week <= cell.week - 2),
        (SELECT gp30(sum(twice_profit) / 2 / count(*)) FROM ordinary AS o
         WHERE o.kind = cell.kind AND o.week <= cell.week - 2)) AS baseline
FROM cell
JOIN shoppers ON shoppers.kind = cell.kind AND shoppers.week = cell.week
WHERE cell.is_deal;

CREATE TABLE offer AS
SELECT
    'm' || manufacturer || '-w' || week || '-' || lower(trim(regexp_replace(kind, '[^A-Za-z0-9]+', '-', 'g'), '-'))
        AS deal_id,
    'm' || manufacturer AS merchant_id,
    upper(kind[1]) || lower(kind[2:]) || ', week ' || week AS title,
    lower(department) AS category,
    round(discount, 4) AS discount,
    round(price, 2) AS price,
    7 AS duration_days,
    monday - 7 AS proposed_on,
    monday AS starts_on,
    true AS approved,
    CASE WHEN baseline IS NOT NULL THEN views END AS views,
    CASE WHEN baseline IS NOT NULL THEN redemptions END AS redemptions,
    CASE WHEN baseline IS NOT NULL THEN round(gp30(twice_profit / 2), 2) END AS gp30,
    round(baseline, 2) AS baseline_gp30,
    week
FROM promotion;

CREATE VIEW cities AS
SELECT 'all' AS city_id, 'All stores' AS name, 39.10 AS latitude, -84.51 AS longitude, NULL AS population, 50 AS demand;

CREATE VIEW merchants AS
WITH early AS (
    SELECT ordinary.* FROM ordinary, span WHERE ordinary.week < span.first_week + 8
),
home AS (
    SELECT manufacturer, max_by(department, row(sales, department)) AS department
    FROM (SELECT manufacturer, department, sum(list) AS sales FROM line GROUP BY manufacturer, department)
    GROUP BY manufacturer
)
SELECT
    'm' || home.manufacturer AS merchant_id,
    'Manufacturer ' || home.manufacturer AS name,
    lower(home.department) AS category,
    'all' AS city_id,
    (SELECT min(DATE '2017-01-02' + 7 * (week - 2)) - 7 FROM line AS l WHERE l.manufacturer = home.manufacturer)
        AS joined_on,
    round(coalesce(
        (SELECT gp30(sum(twice_profit) / 2 / count(*)) FROM early WHERE early.manufacturer = home.manufacturer),
        (SELECT gp30(sum(twice_profit) / 2 / count(*)) FROM early WHERE early.department = home.department),
        (SELECT gp30(sum(twice_profit) / 2 / count(*)) FROM early)), 2) AS baseline_gp30
FROM home
WHERE EXISTS (SELECT 1 FROM promotion WHERE promotion.manufacturer = home.manufacturer)
ORDER BY home.manufacturer;

CREATE VIEW deals AS
SELECT offer.* EXCLUDE (week) FROM offer, span WHERE offer.week < span.last_week ORDER BY offer.week, offer.deal_id;

CREATE VIEW proposals AS
SELECT offer.* EXCLUDE (week, approved, views, redemptions, gp30)
FROM offer, span WHERE offer.week = span.last_week ORDER BY offer.deal_id;
