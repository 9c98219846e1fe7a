#!/usr/bin/env node
'use strict';

// Node 22 and later keep the compiled code between runs.
require('node:module').enableCompileCache?.();
require('../dist/cli/cli-bin.cjs');
