//! An embedded scripting engine for log events that runs VRL programs.
