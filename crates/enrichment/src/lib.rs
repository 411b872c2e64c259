//! Enrichment tables of the vrlet engine: CSV and MaxMind databases.
