#!/usr/bin/env node
'use strict';

require('./compiled.js').start();
